import { Refusal } from '../http/refusal.ts';

interface Waiting {
  start: () => void;
  refuse: (error: Refusal) => void;
}

/**
 * Runs heavy work, a few pieces at once; the rest waits. Each lane gets its turn, so somebody with
 * many requests does not hold up somebody with one. When too many wait, the longest lane gives way.
 */
export class FairQueue {
  readonly #atOnce: number;
  readonly #longest: number;
  /** In the order of their turns. Empty lanes are not kept. */
  readonly #lanes = new Map<string, Waiting[]>();
  #running = 0;
  #waiting = 0;

  /** @param longest how many may wait. */
  constructor(atOnce: number, longest: number) {
    this.#atOnce = atOnce;
    this.#longest = longest;
  }

  /** Throws a 503 when too many wait. Never call it from within `work`, which would wait for itself. */
  async run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    await this.#turn(lane);
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(lane: string): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running += 1;
      return Promise.resolve();
    }
    if (this.#waiting >= this.#longest) this.#makeRoom(lane);
    return new Promise((start, refuse) => {
      this.#lanes.set(lane, [...(this.#lanes.get(lane) ?? []), { start, refuse }]);
      this.#waiting += 1;
    });
  }

  /** Refuses the newest of the longest lane; that may be the one who has just come. */
  #makeRoom(lane: string): void {
    const own = (this.#lanes.get(lane)?.length ?? 0) + 1;
    const lanes = [...this.#lanes].toSorted(([, one], [, other]) => other.length - one.length);
    const [longest] = lanes;
    if (longest === undefined || longest[1].length <= own) throw tooBusy();
    const [name, waiting] = longest;
    waiting.pop()?.refuse(tooBusy());
    if (waiting.length === 0) this.#lanes.delete(name);
    this.#waiting -= 1;
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
    // Behind the other lanes.
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
