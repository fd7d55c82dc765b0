import type { BrowserContext } from 'playwright';
import { recordRequests, sequentialDepths } from './record-requests.ts';
import type { Site } from './serve-site.ts';
import { openThrottled } from './throttle.ts';
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
  heap: number;
  layoutShift: number;
}

/** Loads a page whose context is watched, and waits until it is quiet. */
export async function measureLoad(context: BrowserContext, site: Site, path = '/'): Promise<Load> {
  const { page, devtools } = await openThrottled(context);
  const record = recordRequests(devtools);
  await page.goto(site.url + path, { waitUntil: 'commit' });
  const visible = await whenVisible(page);
  await record.whenQuiet();
  const watched = await readWatched(page);
  const read = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  };
  const script = (await read())('ScriptDuration') * 1000;
  await devtools.send('HeapProfiler.collectGarbage');
  const heap = (await read())('JSHeapUsedSize');
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
  return {
    ...watched,
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
    heap,
  };
}
