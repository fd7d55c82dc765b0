import { logFailure } from './log.ts';

/**
 * Work that begins after its request was answered, so that nobody learns from the time of the answer
 * whether there was any.
 */
export class Background {
  readonly #running = new Set<Promise<void>>();

  /** @param what is logged with a failure, which has nobody else to tell */
  run(what: string, work: () => Promise<void>): void {
    const running = new Promise((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => logFailure(what, error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async whenIdle(): Promise<void> {
    await Promise.all(this.#running);
  }
}
