import type { Locator, Page } from 'playwright';

export interface Interaction {
  name: string;
  /** Milliseconds from the input to the next paint; below 16 the browser does not say. */
  nextPaint: number;
  /** Milliseconds from the input to what it shows, with the answer where it waits for one. */
  shown: number;
}

interface Seen {
  /** When the first input came, in milliseconds since the navigation began. */
  input: number | undefined;
  durations: number[];
}
type Observed = typeof globalThis & { seen: Seen };

/** Makes the page note how long each interaction takes. */
export async function observeInteractions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Seen = { input: undefined, durations: [] };
    Object.assign(globalThis, { seen });
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(type, ({ timeStamp }) => (seen.input ??= timeStamp), { capture: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        // Others, such as moving the pointer, are no interactions.
        if (entry.interactionId) seen.durations.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** Does something in a page that observes interactions, and waits for what it shows. */
export async function timeInteraction(
  page: Page,
  name: string,
  act: () => Promise<void>,
  shows: Locator,
): Promise<Interaction> {
  await page.evaluate(() => {
    const { seen } = globalThis as Observed;
    seen.input = undefined;
    seen.durations = [];
  });
  await act();
  await shows.first().waitFor();
  const shownAt = await page.evaluate(() => performance.now());
  // The browser tells of an event once the frame after it is painted.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  const { input = NaN, durations } = await page.evaluate(() => (globalThis as Observed).seen);
  return { name, nextPaint: Math.max(8, ...durations), shown: shownAt - input };
}
