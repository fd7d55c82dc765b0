import type { BrowserContext, Page } from 'playwright';
import type { Stored } from './accounts.ts';

/** What a person waits for. */
export interface Target {
  /** An element whose shadow tree it is in. */
  host?: string;
  selector: string;
  /** Part of its text. */
  text?: string;
  /** Whether React must listen to it already. */
  isUsable?: boolean;
}

/** What a page has seen of itself, in milliseconds since the navigation began. */
export interface Watched {
  /** When the target is painted. */
  visible: Promise<number>;
  longTasks: number[];
  /** When scripts ran in frames that took over 50 ms. */
  runs: { start: number; end: number }[];
  layoutShift: number;
}
type Watching = typeof globalThis & { watched: Watched };

/** Makes every page of this browser store what it is given first, and watch for the target. */
export async function watch(
  context: BrowserContext,
  target: Target,
  stored: Stored = {},
): Promise<void> {
  await context.addInitScript(
    ({ wanted, given, patience }) => {
      if (globalThis.top !== globalThis.self) return;
      for (const [key, value] of Object.entries(given.sessionStorage ?? {}))
        sessionStorage.setItem(key, value);
      for (const [key, value] of Object.entries(given.localStorage ?? {}))
        localStorage.setItem(key, value);
      const isThere = () => {
        const { host, selector, text = '', isUsable } = wanted;
        const root = host === undefined ? document : document.querySelector(host)?.shadowRoot;
        return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].some(
          (element) =>
            element.textContent.includes(text) &&
            element.getClientRects().length > 0 &&
            (!isUsable || Object.keys(element).some((key) => key.startsWith('__reactProps'))),
        );
      };
      const visible = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`No ${JSON.stringify(wanted)} came.`)), patience);
        const look = () => {
          if (!isThere()) return void requestAnimationFrame(look);
          // The message arrives once this frame is painted.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => resolve(performance.now()));
          port1.start();
          port2.postMessage(undefined);
        };
        requestAnimationFrame(look);
      });
      const watched: Watched = { visible, longTasks: [], runs: [], layoutShift: 0 };
      const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
        new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
          type,
          buffered: true,
        });
      observe('longtask', ({ duration }) => watched.longTasks.push(duration));
      observe('long-animation-frame', (entry) => {
        // Of https://w3c.github.io/long-animation-frames
        const { scripts } = entry as PerformanceEntry & { scripts: PerformanceEntry[] };
        for (const { startTime, duration } of scripts)
          watched.runs.push({ start: startTime, end: startTime + duration });
      });
      observe('layout-shift', (entry) => {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) watched.layoutShift += value;
      });
      Object.assign(globalThis, { watched });
    },
    { wanted: target, given: stored, patience: 60_000 },
  );
}

/** When the target was painted. */
export const whenVisible = (page: Page) => page.evaluate<number>('watched.visible');

/** What was painted first, what blocked the page, and how far things moved, until now. */
export function readWatched(page: Page) {
  return page.evaluate(() => {
    const { watched } = globalThis as Watching;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const blocking = watched.longTasks.reduce((sum, duration) => sum + duration - 50, 0);
    const { runs, layoutShift } = watched;
    return { firstPaint: paint?.startTime ?? NaN, blocking, runs, layoutShift };
  });
}
