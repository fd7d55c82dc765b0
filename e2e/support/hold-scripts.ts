import type { Page } from '@playwright/test';

/**
 * Holds back every script that is a file, so that the page shows what its HTML alone gives. Open it
 * with `open`. Returns a function that lets them through.
 */
export async function holdScripts(page: Page): Promise<() => void> {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens an address without waiting for its scripts. */
export const open = (page: Page, address: string) => page.goto(address, { waitUntil: 'commit' });
