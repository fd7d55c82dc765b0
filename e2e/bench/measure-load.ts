import type { BrowserContext, CDPSession } from 'playwright';
import { recordRequests, sequentialDepths } from './record-requests.ts';
import type { RecordedRequest } from './record-requests.ts';
import type { Site } from './serve-site.ts';
import { openThrottled } from './throttle.ts';
import type { Timeline } from './waterfall.ts';
import { readWatched, whenVisible } from './watch-page.ts';

/** One load of a page. Times in milliseconds since the navigation began, sizes in bytes. */
export interface Load {
  firstPaint: number;
  /** When what a person waits for is painted. */
  visible: number;
  /** When the activation was posted, where the page posts one. */
  posted: number | undefined;
  /** Of the requests that what a person waits for needs. */
  depth: number;
  depthOfPost: number | undefined;
  requests: number;
  bytes: number;
  /** All that was requested until the page was quiet. */
  requestsInAll: number;
  bytesInAll: number;
  /** Files of JavaScript requested before it is visible, compressed, without headers. */
  scriptBrotli: number;
  scriptGzip: number;
  /** Stylesheets, likewise, with brotli. */
  style: number;
  blocking: number;
  script: number;
  /** In bytes, without what is loaded ahead for later, and with it. */
  heap: number;
  heapInAll: number;
  layoutShift: number;
}

/** What one load tells, and how it went. */
export interface TimedLoad extends Omit<Load, 'heap'> {
  timeline: Timeline;
}

/** Loads a page whose context is watched, and waits until it is quiet. */
export async function measureLoad(
  context: BrowserContext,
  site: Site,
  path = '/',
): Promise<TimedLoad> {
  const { page, devtools } = await openThrottled(context);
  const record = recordRequests(devtools);
  await page.goto(site.url + path, { waitUntil: 'commit' });
  const visible = await whenVisible(page);
  await record.whenQuiet();
  const { runs, ...watched } = await readWatched(page);
  const script = (await readMetric(devtools, 'ScriptDuration')) * 1000;
  const heapInAll = await readHeap(devtools);
  await page.close();

  // Chromium asks for the icon when it likes.
  const all = record.all().filter(({ url }) => !url.pathname.startsWith('/favicon'));
  const before = all.filter(({ start }) => start < visible);
  const needed = all.filter(({ end = Infinity }) => end < visible);
  const depths = sequentialDepths(all);
  const post = all.find(({ url }) => url.pathname === '/mfa/magic-link/activate');
  const sizes = (extension: string) =>
    before
      .filter(({ url }) => url.pathname.endsWith(extension))
      .map(({ url }) => site.sizeOf(url.pathname));
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const marks = [
    { name: 'first paint', at: watched.firstPaint },
    { name: 'visible or usable', at: visible },
  ];
  return {
    ...watched,
    timeline: { requests: all.map(nameRequest), runs, marks },
    visible,
    posted: post?.start,
    depth: Math.max(...needed.map((request) => depths.get(request) ?? NaN)),
    depthOfPost: post && depths.get(post),
    requests: before.length,
    bytes: sum(before.map(({ bytes }) => bytes)),
    requestsInAll: all.length,
    bytesInAll: sum(all.map(({ bytes }) => bytes)),
    scriptBrotli: sum(sizes('.js').map(({ br }) => br)),
    scriptGzip: sum(sizes('.js').map(({ gzip }) => gzip)),
    style: sum(sizes('.css').map(({ br }) => br)),
    script,
    heapInAll,
  };
}

/**
 * Loads a page once more, as for a person who saves data, to whom nothing is sent ahead. Returns what
 * its heap holds then, in bytes.
 */
export async function measureHeap(
  context: BrowserContext,
  site: Site,
  path = '/',
): Promise<number> {
  const { page, devtools } = await openThrottled(context, { isNetworkSlow: false });
  await devtools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
  const record = recordRequests(devtools);
  await page.goto(site.url + path, { waitUntil: 'commit' });
  await whenVisible(page);
  await record.whenQuiet();
  const heap = await readHeap(devtools);
  await page.close();
  return heap;
}

async function readHeap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return readMetric(devtools, 'JSHeapUsedSize');
}

async function readMetric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? NaN;
}

/** Without the hash that the build puts into a file's name. */
function nameRequest({ url, start, arrived }: RecordedRequest) {
  return { name: url.pathname.replace(/-[\w-]{8}(?=\.js$)/, ''), start, end: arrived };
}
