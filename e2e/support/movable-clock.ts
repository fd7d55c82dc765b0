import type { Page } from '@playwright/test';

/** The time that the backend lives in: the real one, plus what a test has moved it by. */
export class MovableClock {
  #offset = 0;
  #pages: Page[] = [];

  readonly now = (): number => Date.now() + this.#offset;

  /** From now on the page's clock and timers move along. Call it before the page is opened. */
  async follow(page: Page): Promise<void> {
    await page.clock.install({ time: this.now() });
    // Playwright moves every timer but this one.
    await page.addInitScript(() => {
      AbortSignal.timeout = (milliseconds) => {
        const controller = new AbortController();
        const reason = new DOMException('signal timed out', 'TimeoutError');
        setTimeout(() => controller.abort(reason), milliseconds);
        return controller.signal;
      };
    });
    this.#pages.push(page);
  }

  /** Moves the backend, and every page that follows, forward by so many milliseconds. */
  async advance(milliseconds: number): Promise<void> {
    this.#offset += milliseconds;
    await Promise.all(this.#pages.map((page) => page.clock.fastForward(milliseconds)));
  }

  reset(): void {
    this.#offset = 0;
    this.#pages = [];
  }
}
