import type { CDPSession, Page } from '@playwright/test';
import { findColorAlone, findFocusFaults, findSmallTargets } from './find-control-faults.ts';
import { findCut, readings } from './find-cut.ts';
import { findMotion, findSeeThrough, findUnprintable } from './find-media-faults.ts';
import { findWeakColors } from './find-weak-colors.ts';
import { makePageTools } from './page-tools.ts';

const desktop = { width: 1280, height: 800 };
/** A screen of 1280 by 1024 at 400 %. */
const enlarged = { width: 320, height: 256 };
/** A sheet of A4 within its margins. */
const sheet = { width: 718, height: 1000 };

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['no-preference', 'more'] as const).map((contrast) => ({ colorScheme, contrast })),
);

/**
 * What keeps some people from reading or pressing what a page shows now. Leaves the page as it was,
 * in the light theme and with motion reduced.
 */
export async function findReachFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const note = (where: string, found: string[]) =>
    faults.push(...found.map((fault) => `${where}: ${fault}`));
  const before = page.viewportSize()!;
  const tools = await page.evaluateHandle(makePageTools);

  const usual = {
    colorScheme: 'light',
    contrast: 'no-preference',
    reducedMotion: 'reduce',
  } as const;
  await page.emulateMedia(usual);
  await page.setViewportSize(desktop);
  note('desktop', await page.evaluate(findCut, { tools, readings }));
  note('desktop', await page.evaluate(findSmallTargets, tools));
  note('reduced motion', await page.evaluate(findMotion, tools));
  for (const { colorScheme, contrast } of looks) {
    await page.emulateMedia({ colorScheme, contrast });
    const where = contrast === 'more' ? `${colorScheme}, more contrast` : colorScheme;
    note(where, await page.evaluate(findWeakColors, tools));
    note(where, await page.evaluate(findFocusFaults, tools));
  }
  await page.emulateMedia({ ...usual, forcedColors: 'active' });
  note('forced colours', await page.evaluate(findColorAlone, tools));
  note('forced colours', await page.evaluate(findFocusFaults, tools));
  await page.emulateMedia({ forcedColors: 'none' });

  await page.setViewportSize(enlarged);
  note('400 %', await page.evaluate(findCut, { tools, readings }));
  note('400 %', await page.evaluate(findSmallTargets, tools));
  note('400 %', await page.evaluate(findFocusFaults, tools));

  await page.setViewportSize(sheet);
  await page.emulateMedia({ media: 'print' });
  note('print', await page.evaluate(findUnprintable, tools));
  note('print', await page.evaluate(findCut, { tools, readings: readings.slice(0, 1) }));
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(before);

  await reduceTransparency(page);
  note('reduced transparency', await page.evaluate(findSeeThrough, tools));
  await page.emulateMedia(usual);
  await tools.dispose();
  return faults;
}

const sessions = new WeakMap<Page, CDPSession>();

/** Playwright has no option for it. Holds until the next `emulateMedia`. */
async function reduceTransparency(page: Page) {
  // One for each page, because an authenticator is gone when another session of its page ends.
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const features = [{ name: 'prefers-reduced-transparency', value: 'reduce' }];
  await session.send('Emulation.setEmulatedMedia', { features });
  if (!(await page.evaluate(() => matchMedia('(prefers-reduced-transparency)').matches)))
    throw new Error('The page still thinks that things may shine through.');
}
