/**
 * `npm run bench`: loads the app, a blank React page and Hanko's profile on a slow CPU and a slow
 * network, and times interactions. Fails where a goal is missed. Options: `--runs 9`, `--only
 * settings,hanko,interactions,organization,library`, `--write` (puts the table into PERFORMANCE.md).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../workshop/chromium-launch-options.ts';
import { accountsOf } from './accounts.ts';
import { judge } from './goals.ts';
import type { Measured } from './goals.ts';
import { measureLibrary } from './library-sizes.ts';
import { medianInteractions, medianLoad, medianTimes, typicalLoad } from './median.ts';
import type { Load } from './measure-load.ts';
import { memberCount, timeOrganization } from './organization.ts';
import { loadPages, pageNames } from './pages.ts';
import type { Loads, PageName } from './pages.ts';
import { describe } from './report.ts';
import { timeSettings } from './settings-interactions.ts';
import { serveSites } from './sites.ts';
import { cpuSlowdown, network } from './throttle.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});
const parts = [...pageNames, 'interactions', 'organization', 'library'] as const;
const chosen = options.only === '' ? parts : options.only.split(',');
const unknown = chosen.find((name) => !parts.some((part) => part === name));
if (unknown !== undefined) throw new Error(`--only knows ${parts.join(', ')}, not ${unknown}.`);
if (options.write && options.only !== '') throw new Error('--write needs everything measured.');
const runs = Number(options.runs);

const sites = await serveSites();
const { args = [], ...launch } = chromiumLaunchOptions();
const browser = await chromium.launch({
  ...launch,
  // Trusted, because Chromium caches nothing that came with a faulty certificate.
  args: [...args, `--ignore-certificate-errors-spki-list=${sites.publicKeyHash}`],
});
const machine = [
  `${String(cpus().length)} cores (${cpus()[0]?.model ?? 'unknown'})`,
  `Node ${process.version}, Chromium ${browser.version()}`,
  `CPU ${String(cpuSlowdown)}× slower`,
  `${String(network.latency)} ms a request, ${String(network.megabitsDown)} Mbps down, ${String(network.megabitsUp)} Mbps up`,
  `medians of ${String(runs)} interleaved runs`,
].join('; ');

const accounts = accountsOf(sites);
/** Interactions take long: a third of the runs must do. */
async function repeat<Result>(act: () => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < Math.ceil(runs / 3); run += 1) results.push(await act());
  return results;
}
async function timeOrganizationOften() {
  const owner = await accounts.ownerOf(memberCount);
  return repeat(() => timeOrganization(browser, sites, owner));
}
// Whatever is measured is compared with the blank page.
const names = pageNames.filter((name) => chosen.includes(name) || name === 'blank');
const loads =
  names.length > 1 || chosen.includes('blank')
    ? await loadPages(browser, sites, accounts, { runs, names })
    : new Map<PageName, Loads>();
const mediansOf = (kind: keyof Loads) =>
  Object.fromEntries(
    [...loads]
      .filter(([, each]) => each[kind].length > 0)
      .map(([name, each]) => [name, medianLoad(each[kind])]),
  ) as Partial<Record<PageName, Load>>;
const measured: Measured = {
  cold: mediansOf('cold'),
  repeat: mediansOf('repeat'),
  timelines: Object.fromEntries(
    [...loads].map(([name, { cold }]) => [name, typicalLoad(cold)?.timeline]),
  ),
  interactions: chosen.includes('interactions')
    ? medianInteractions(await repeat(() => timeSettings(browser, sites, accounts)))
    : undefined,
  organization: chosen.includes('organization')
    ? medianTimes(await timeOrganizationOften())
    : undefined,
  library: chosen.includes('library')
    ? measureLibrary(path.join(import.meta.dirname, '../../dist-lib'))
    : undefined,
};
await browser.close();
await sites.close();

const goals = judge(measured);
const text = `${machine}.\n\n${describe(measured, goals)}`;
console.log(text);
const results = path.join(import.meta.dirname, '../.results');
mkdirSync(results, { recursive: true });
writeFileSync(
  path.join(results, 'bench.json'),
  JSON.stringify({ machine, ...measured, goals, loads: Object.fromEntries(loads) }, null, 2),
);
if (options.write) {
  const file = path.join(import.meta.dirname, '../../PERFORMANCE.md');
  const between = /(<!-- bench -->\n)[\s\S]*(\n<!-- \/bench -->)/;
  const document = readFileSync(file, 'utf8');
  if (!between.test(document)) throw new Error('PERFORMANCE.md has no place for the table.');
  // As a function, because `$` in a string would stand for something else.
  writeFileSync(
    file,
    document.replace(between, (_, start: string, end: string) => `${start}\n${text}\n${end}`),
  );
}
const missed = goals.filter(({ isMet }) => !isMet);
console.log(
  `\n${String(goals.length - missed.length)} goals met, ${String(missed.length)} missed.`,
);
process.exitCode = missed.length > 0 ? 1 : 0;
