import type { BrowserContext, Page } from '@playwright/test';

/** The time that the backend lives in: the real one, plus what a test has moved it by. */
export class MovableClock {
  #offset = 0;
  #contexts = new Set<BrowserContext>();

  readonly now = (): number => Date.now() + this.#offset;

  /**
   * From now on the page's clock and timers move along, and those of every page beside it: Playwright
   * keeps one clock for a whole browser context. Call it before the page is opened.
   */
  async follow(page: Page): Promise<void> {
    const context = page.context();
    if (this.#contexts.has(context)) return;
    this.#contexts.add(context);
    await context.clock.install({ time: this.now() });
    // Playwright moves every timer but this one.
    await context.addInitScript(() => {
      AbortSignal.timeout = (milliseconds) => {
        const controller = new AbortController();
        const reason = new DOMException('signal timed out', 'TimeoutError');
        setTimeout(() => controller.abort(reason), milliseconds);
        return controller.signal;
      };
    });
  }

  /** Moves the backend, and every page that follows, forward by so many milliseconds. */
  async advance(milliseconds: number): Promise<void> {
    this.#offset += milliseconds;
    const clocks = [...this.#contexts].map(({ clock }) => clock);
    await Promise.all(clocks.map((clock) => clock.fastForward(milliseconds)));
  }

  reset(): void {
    this.#offset = 0;
    this.#contexts.clear();
  }
}
