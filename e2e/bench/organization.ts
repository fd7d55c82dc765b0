import type { Browser, CDPSession, Page } from 'playwright';
import type { Stored } from './accounts.ts';
import type { Sites } from './sites.ts';
import { openThrottled } from './throttle.ts';
import { observeInteractions, timeInteraction } from './time-interaction.ts';
import { watch, whenVisible } from './watch-page.ts';

export const memberCount = 10_000;

export interface OrganizationTimes {
  /** Milliseconds. */
  visible: number;
  /** The slowest key of a search, in milliseconds to the next paint. */
  searchPaint: number;
  /** The same, to the members that were found. */
  searchShown: number;
  framesPerSecond: number;
  /** Milliseconds. */
  longestFrame: number;
}

/** Measures the page of an organization with many members, on the slow network and the slow CPU. */
export async function timeOrganization(
  browser: Browser,
  { app }: Sites,
  owner: Stored,
): Promise<OrganizationTimes> {
  const context = await browser.newContext({ locale: 'en' });
  await watch(context, { selector: 'main li', text: '@' }, owner);
  const { page, devtools } = await openThrottled(context);
  await page.goto(`${app.url}/organization`, { waitUntil: 'commit' });
  const visible = await whenVisible(page);
  const scrolled = await scroll(page, devtools);
  await page.evaluate(() => scrollTo(0, 0));
  const keys = await search(page);
  await context.close();
  return {
    visible,
    searchPaint: Math.max(...keys.map(({ nextPaint }) => nextPaint)),
    searchShown: Math.max(...keys.map(({ shown }) => shown)),
    ...scrolled,
  };
}

async function search(page: Page) {
  await observeInteractions(page);
  const field = page.getByRole('searchbox');
  const times = [];
  for (const text of ['f', 'fr', 'fra', 'fran', 'franc']) {
    await field.click();
    await field.press('End');
    const found = page.locator('main li').filter({ hasText: 'François' });
    const act = () => page.keyboard.press(text.slice(-1));
    times.push(await timeInteraction(page, `Search: ${text}`, act, found));
  }
  return times;
}

/** Scrolls as a finger does, and counts the frames that the page could draw. */
async function scroll(page: Page, devtools: CDPSession) {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(globalThis, { frames });
    const note = (time: number) => {
      frames.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 600,
    y: 500,
    yDistance: -6000,
    speed: 2000,
    gestureSourceType: 'mouse',
  });
  const frames = await page.evaluate<number[]>('frames');
  const lengths = frames.slice(1).map((time, index) => time - (frames[index] ?? time));
  const duration = (frames.at(-1) ?? NaN) - (frames[0] ?? NaN);
  return {
    framesPerSecond: (lengths.length / duration) * 1000,
    longestFrame: Math.max(...lengths),
  };
}
