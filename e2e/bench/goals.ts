import type { LibrarySize, Way } from './library-sizes.ts';
import type { Load } from './measure-load.ts';
import type { OrganizationTimes } from './organization.ts';
import type { PageName } from './pages.ts';
import type { Interaction } from './time-interaction.ts';
import type { Timeline } from './waterfall.ts';

/** Medians, by page; what was not measured is absent. */
export interface Measured {
  cold: Partial<Record<PageName, Load>>;
  repeat: Partial<Record<PageName, Load>>;
  /** How each page loaded with an empty cache, in its most typical run. */
  timelines: Partial<Record<PageName, Timeline>>;
  interactions: Interaction[] | undefined;
  organization: OrganizationTimes | undefined;
  library: Record<Way, LibrarySize> | undefined;
}

export interface Goal {
  name: string;
  /** The page whose waterfall shows why it is missed. */
  page?: PageName;
  measured: number;
  limit: number;
  unit: string;
  isMet: boolean;
}

/** Milliseconds: what people feel as at once. */
const atOnce = 100;

/** Compares with the goals what was measured. Times are ratios to the blank page of the same run. */
export function judge({ cold, interactions, organization }: Measured): Goal[] {
  const { blank, hanko, settings, 'settings-ar': arabic, activate, 'sign-in': signIn } = cold;
  const goals: Goal[] = [];
  const atMost = (name: string, measured: number, limit: number, unit = '×') =>
    goals.push({ name, measured, limit, unit, isMet: measured <= limit });
  const visibleAtMost = (page: PageName, name: string, measured: number, limit: number) =>
    goals.push({ name, page, measured, limit, unit: '×', isMet: measured <= limit });

  if (blank && settings) {
    atMost('settings: first paint', settings.firstPaint / blank.firstPaint, 0.5);
    visibleAtMost('settings', 'settings: list visible', settings.visible / blank.visible, 1.15);
    if (hanko)
      atMost(
        'settings: list visible, ahead of Hanko',
        settings.visible / blank.visible,
        hanko.visible / blank.visible,
      );
    const blocking = 2 * blank.blocking + 100;
    atMost('settings: blocking time', settings.blocking, blocking, 'ms');
  }
  if (settings) {
    atMost('settings: depth of requests', settings.depth, 2, '');
    atMost('settings: JavaScript, brotli', settings.scriptBrotli / 1000, 90, 'kB');
    atMost('settings: JavaScript, gzip', settings.scriptGzip / 1000, 104, 'kB');
    atMost('settings: styles, brotli', settings.style / 1000, 5, 'kB');
    atMost('settings: layout shift', settings.layoutShift, 0, '');
    atMost('settings: heap', settings.heap / 1e6, 2.5, 'MB');
  }
  // Words load beside what English loads, too: no language waits for one more answer.
  if (settings && arabic)
    atMost('settings in Arabic: depth of requests', arabic.depth, settings.depth, '');
  if (activate?.posted !== undefined && activate.depthOfPost !== undefined) {
    if (blank) atMost('activate: posted', activate.posted / blank.visible, 1.1);
    atMost('activate: depth of requests', activate.depthOfPost, 2, '');
  }
  if (blank && signIn)
    visibleAtMost('sign-in', 'sign-in: form usable', signIn.visible / blank.visible, 1.15);
  for (const { name, nextPaint } of interactions ?? [])
    atMost(`${name}, to the next paint`, nextPaint, atOnce, 'ms');
  if (organization) {
    atMost('organization: search to the next paint', organization.searchPaint, atOnce, 'ms');
    // Of 60, one in thirty may be the machine's.
    const { framesPerSecond } = organization;
    const isMet = framesPerSecond >= 58;
    const name = 'organization: scrolling, at least';
    goals.push({ name, measured: framesPerSecond, limit: 58, unit: 'frames a second', isMet });
  }
  return goals;
}
