import type { BrowserContext, Page } from '@playwright/test';

/** The backend's clock: the real time plus what a test has added. */
export class MovableClock {
  #offset = 0;
  #contexts = new Set<BrowserContext>();

  readonly now = (): number => Date.now() + this.#offset;

  /**
   * From now on the clock and timers of this page and of all pages in its browser context move
   * along, because Playwright has one clock for each context. Call it before opening the page.
   */
  async follow(page: Page): Promise<void> {
    const context = page.context();
    if (this.#contexts.has(context)) return;
    this.#contexts.add(context);
    await context.clock.install({ time: this.now() });
    // Playwright moves every timer except this one.
    await context.addInitScript(() => {
      AbortSignal.timeout = (milliseconds) => {
        const controller = new AbortController();
        const reason = new DOMException('signal timed out', 'TimeoutError');
        setTimeout(() => controller.abort(reason), milliseconds);
        return controller.signal;
      };
    });
  }

  /** Moves the backend and every following page forward, in milliseconds. */
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
