import type { Page } from '@playwright/test';

interface Jump {
  value: number;
  /** The text of what moved. */
  what: string;
}

/** What TypeScript's library for the DOM lacks. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}

/**
 * Makes every page that is opened from now on note what moves by itself. Returns a function that reads
 * what moved on the page.
 */
export async function watchJumps(page: Page): Promise<() => Promise<Jump[]>> {
  await page.addInitScript(() => {
    const jumps: Jump[] = [];
    Object.assign(globalThis, { jumps });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[])
        jumps.push({ value, what: sources.map(({ node }) => node?.textContent).join(' | ') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // The browser tells of a shift once its frame is painted.
    await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    });
    return page.evaluate<Jump[]>('jumps');
  };
}
