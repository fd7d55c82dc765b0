import type { Browser } from 'playwright';
import type { Accounts, Stored } from './accounts.ts';
import { hankoEmail } from './hanko-api.ts';
import { measureHeap, measureLoad } from './measure-load.ts';
import type { Load, TimedLoad } from './measure-load.ts';
import type { Site } from './serve-site.ts';
import type { Sites } from './sites.ts';
import { watch } from './watch-page.ts';
import type { Target } from './watch-page.ts';

export const pageNames = [
  'blank',
  'hanko',
  'settings',
  'settings-ar',
  'activate',
  'sign-in',
] as const;
export type PageName = (typeof pageNames)[number];

/** The loads of one page, one for each run: with an empty cache, and again with a full one. */
export interface Loads {
  cold: (Load & TimedLoad)[];
  repeat: (Load & TimedLoad)[];
}

interface Visit {
  site: Site;
  path: string;
  target: Target;
  stored?: Stored;
  /** The browser's language: English by default. */
  locale?: string;
  /** What can be done only once has no repeat visit. */
  isOnce?: boolean;
}

/** Loads every page in turn, so that what else the machine does slows all of them alike. */
export async function loadPages(
  browser: Browser,
  sites: Sites,
  accounts: Accounts,
  { runs, names }: { runs: number; names: readonly PageName[] },
): Promise<Map<PageName, Loads>> {
  const person = await accounts.personWith(['GOOGLE_AUTH', 'MAGIC_LINK']);
  const visits: Record<PageName, () => Promise<Visit>> = {
    blank: async () => ({ site: sites.blank, path: '/', target: { selector: 'h1' } }),
    hanko: async () => ({
      site: sites.hanko,
      path: '/',
      target: { host: 'hanko-profile', selector: 'b', text: hankoEmail },
    }),
    settings: async () => ({
      site: sites.app,
      path: '/',
      target: { selector: 'main li', text: 'Magic link' },
      stored: person,
    }),
    'settings-ar': async () => ({
      site: sites.app,
      path: '/',
      target: { selector: 'main li', text: 'الرابط السحري' },
      stored: person,
      locale: 'ar',
    }),
    activate: async () => ({
      site: sites.app,
      target: { selector: 'main', text: 'Magic link is on' },
      isOnce: true,
      ...(await accounts.link()),
    }),
    'sign-in': async () => ({
      site: sites.app,
      path: '/sign-in',
      target: { selector: 'button[type=submit]', isUsable: true },
    }),
  };
  const loads = new Map(names.map((name): [PageName, Loads] => [name, { cold: [], repeat: [] }]));
  // The first run warms the servers up and does not count.
  for (let run = 0; run <= runs; run += 1)
    for (const [name, { cold, repeat }] of loads) {
      const { site, path, target, stored, locale = 'en', isOnce } = await visits[name]();
      const context = await browser.newContext({ locale });
      await watch(context, target, stored);
      const first = await measureLoad(context, site, path);
      const second = isOnce ? undefined : await measureLoad(context, site, path);
      // What can be done only once loads nothing ahead.
      const heap = isOnce ? first.heapInAll : await measureHeap(context, site, path);
      await context.close();
      if (run === 0) continue;
      cold.push({ ...first, heap });
      if (second) repeat.push({ ...second, heap });
    }
  return loads;
}
