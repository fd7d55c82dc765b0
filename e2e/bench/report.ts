import type { Goal, Measured } from './goals.ts';
import type { LibrarySize, Way } from './library-sizes.ts';
import type { Load } from './measure-load.ts';
import { memberCount } from './organization.ts';
import { pageNames } from './pages.ts';
import type { PageName } from './pages.ts';
import { drawWaterfalls } from './waterfall.ts';

const whole = (number: number) => number.toFixed(0);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

interface Row {
  name: string;
  read: (load: Load) => number | undefined;
  format?: (value: number) => string;
  /** Whether it is shown as a ratio to the blank page, too. */
  isRatio?: boolean;
}

const rows: Row[] = [
  { name: 'first paint, ms', read: (load) => load.firstPaint, isRatio: true },
  { name: 'visible or usable, ms', read: (load) => load.visible, isRatio: true },
  { name: 'requests before that', read: (load) => load.requests },
  { name: 'their sequential depth', read: (load) => load.depth },
  { name: 'their kB', read: (load) => load.bytes, format: kilobytes },
  { name: 'JavaScript of these, kB brotli', read: (load) => load.scriptBrotli, format: kilobytes },
  { name: 'JavaScript of these, kB gzip', read: (load) => load.scriptGzip, format: kilobytes },
  { name: 'requests in all', read: (load) => load.requestsInAll },
  { name: 'kB in all', read: (load) => load.bytesInAll, format: kilobytes },
  { name: 'blocking time, ms', read: (load) => load.blocking, isRatio: true },
  { name: 'script time, ms', read: (load) => load.script, isRatio: true },
  { name: 'heap, MB', read: ({ heap }) => heap, format: megabytes },
  { name: 'heap with what is loaded ahead, MB', read: (load) => load.heapInAll, format: megabytes },
  { name: 'layout shift', read: (load) => load.layoutShift, format: (shift) => shift.toFixed(4) },
];

/** All that was measured, as Markdown. */
export function describe(measured: Measured, goals: readonly Goal[]): string {
  const { interactions, organization, library } = measured;
  const parts = [
    describeLoads('With an empty cache', measured.cold),
    describeLoads('A repeat visit', measured.repeat),
  ];
  if (interactions)
    parts.push(
      '**From input to next paint**, and to what it shows (with the answer, where it waits for one)',
      table(
        ['interaction', 'next paint, ms', 'shown, ms'],
        interactions.map(({ name, nextPaint, shown }) => [
          name,
          nextPaint < 16 ? 'under 16' : whole(nextPaint),
          whole(shown),
        ]),
      ),
    );
  if (organization)
    parts.push(
      `**The organization's page with ${memberCount.toLocaleString('en')} members**`,
      table(
        ['list visible, ms', 'search to next paint, ms', 'to the found, ms', 'frames a second'],
        [
          [
            whole(organization.visible),
            whole(organization.searchPaint),
            whole(organization.searchShown),
            `${whole(organization.framesPerSecond)}, the longest ${whole(organization.longestFrame)} ms`,
          ],
        ],
      ),
    );
  if (library) parts.push(describeLibrary(library));
  parts.push('**Goals**', describeGoals(goals), ...describeMissed(measured, goals));
  return parts.join('\n\n');
}

/** The waterfalls of the pages that are too slow, below the blank page's. */
function describeMissed({ timelines }: Measured, goals: readonly Goal[]): string[] {
  const missed = goals.flatMap(({ page, isMet }) => (page && !isMet ? [page] : []));
  const drawn = pageNames.flatMap((name) => {
    const timeline = missed.includes(name) || name === 'blank' ? timelines[name] : undefined;
    return timeline ? [[name, timeline] as const] : [];
  });
  return missed.length === 0
    ? []
    : [
        '**Where the time goes** until a person sees what they wait for, in the most typical run: `=` is ' +
          'a request until its answer has arrived, `#` script that runs in what holds a frame up for over 50 ms.',
        `\`\`\`text\n${drawWaterfalls(drawn)}\n\`\`\``,
      ];
}

export function describeGoals(goals: readonly Goal[]): string {
  const amount = (value: number, unit: string) =>
    `${Number(value.toFixed(value < 10 ? 3 : 1))}${unit === '×' || unit === '' ? unit : ` ${unit}`}`;
  return table(
    ['goal', 'measured', 'limit', ''],
    goals.map(({ name, measured, limit, unit, isMet }) => [
      name,
      amount(measured, unit),
      amount(limit, unit),
      isMet ? 'met' : '**missed**',
    ]),
  );
}

export function describeLibrary({ component, element }: Record<Way, LibrarySize>): string {
  const row = (name: string, read: (size: LibrarySize) => number) => [
    name,
    kilobytes(read(component)),
    kilobytes(read(element)),
  ];
  const title =
    '**The library**, kB of JavaScript in brotli, styles included; for the component, the page brings React and Query';
  return `${title}\n\n${table(
    ['', 'component', 'element'],
    [
      row('until the methods show', (size) => size.list),
      row('what the first dialog adds', (size) => size.dialog),
      row('everything in English', (size) => size.everything),
      row('words of another language, at most', (size) => size.words),
    ],
  )}`;
}

function describeLoads(title: string, loads: Partial<Record<PageName, Load>>): string {
  const names = pageNames.filter((name) => loads[name]);
  const { blank } = loads;
  const cell = ({ read, format = whole, isRatio }: Row, name: PageName) => {
    const load = loads[name];
    const value = load && read(load);
    if (value === undefined) return '';
    const compared = blank && read(blank);
    const ratio = isRatio && compared ? ` (${(value / compared).toFixed(2)}×)` : '';
    return format(value) + (name === 'blank' ? '' : ratio);
  };
  const posted: Row[] = [
    { name: 'activation posted, ms', read: (load) => load.posted },
    { name: 'its sequential depth', read: (load) => load.depthOfPost },
  ];
  const cells = [...rows, ...(loads.activate ? posted : [])].map((row) => [
    row.name,
    ...names.map((name) => cell(row, name)),
  ]);
  return `**${title}**\n\n${table(['', ...names], cells)}`;
}

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...body.map((cells) => (cells[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
