import { Refusal } from '../http/refusal.ts';

interface Waiting {
  start: () => void;
  refuse: (error: Refusal) => void;
}

/**
 * Runs a few pieces of heavy work at once and queues the rest. The lanes take turns, so that a
 * caller with many requests does not delay a caller with one. When too many wait, the longest lane
 * loses its newest.
 */
export class FairQueue {
  readonly #atOnce: number;
  readonly #longest: number;
  /** In the order of their turns. Empty lanes are removed. */
  readonly #lanes = new Map<string, Waiting[]>();
  #running = 0;
  #waiting = 0;

  /** @param longest how many pieces of work may wait */
  constructor(atOnce: number, longest: number) {
    this.#atOnce = atOnce;
    this.#longest = longest;
  }

  /**
   * Throws a 503 when too many wait, or when `signal` is aborted because the caller has left.
   * Never call it from within `work`: it would wait for itself.
   */
  async run<T>(lane: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.#turn(lane, signal);
    try {
      return await work();
    } finally {
      // Start in a later task: with the embedded database, work may finish without ever waiting
      // for a socket, and then the whole queue would run before any other request is read.
      setImmediate(() => this.#next());
    }
  }

  async #turn(lane: string, signal: AbortSignal | undefined): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running += 1;
      return;
    }
    if (signal?.aborted === true) throw tooBusy();
    if (this.#waiting >= this.#longest) this.#makeRoom(lane);
    await new Promise<void>((start, refuse) => {
      const one = { start, refuse };
      this.#lanes.set(lane, [...(this.#lanes.get(lane) ?? []), one]);
      this.#waiting += 1;
      signal?.addEventListener('abort', () => this.#turnAway(lane, one));
    });
  }

  /** Refuses the newest in the longest lane, which may be the one that has just been added. */
  #makeRoom(lane: string): void {
    const own = (this.#lanes.get(lane)?.length ?? 0) + 1;
    const lanes = [...this.#lanes].toSorted(([, one], [, other]) => other.length - one.length);
    const [longest] = lanes;
    if (longest === undefined || longest[1].length <= own) throw tooBusy();
    const [name, waiting] = longest;
    this.#turnAway(name, waiting.at(-1));
  }

  #turnAway(lane: string, one: Waiting | undefined): void {
    const waiting = this.#lanes.get(lane) ?? [];
    const left = waiting.filter((each) => each !== one);
    if (one === undefined || left.length === waiting.length) return;
    // An existing lane keeps its turn.
    if (left.length > 0) this.#lanes.set(lane, left);
    else this.#lanes.delete(lane);
    this.#waiting -= 1;
    one.refuse(tooBusy());
  }

  #next(): void {
    const [first] = this.#lanes;
    if (first === undefined) {
      this.#running -= 1;
      return;
    }
    const [name, waiting] = first;
    const next = waiting.shift();
    this.#lanes.delete(name);
    // The lane's next turn comes after the other lanes.
    if (waiting.length > 0) this.#lanes.set(name, waiting);
    this.#waiting -= 1;
    next?.start();
  }
}

function tooBusy(): Refusal {
  return new Refusal(503, 'Too many people are signing in. Try again in a moment', {
    retryAfter: 5,
  });
}
