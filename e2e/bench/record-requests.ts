import type { CDPSession } from 'playwright';

export interface RecordedRequest {
  method: string;
  url: URL;
  /** Milliseconds since the document was asked for. */
  start: number;
  /** When the document began to arrive, or anything else had arrived. Undefined until then. */
  end: number | undefined;
  /** When all of the answer had arrived. */
  arrived: number | undefined;
  /** As sent, with headers; 0 from the cache. */
  bytes: number;
}

export interface RequestRecord {
  all(): RecordedRequest[];
  /** Waits until nothing has been on its way for a second. */
  whenQuiet(): Promise<void>;
}

const quiet = 1000;

/** Records what a page requests from now on. */
export function recordRequests(devtools: CDPSession): RequestRecord {
  const requests = new Map<string, RecordedRequest>();
  let began: number | undefined;
  let lastEvent = performance.now();
  const since = (timestamp: number) => (timestamp - (began ?? timestamp)) * 1000;
  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    lastEvent = performance.now();
    if (!request.url.startsWith('http')) return;
    began ??= timestamp;
    requests.set(requestId, {
      method: request.method,
      url: new URL(request.url),
      start: since(timestamp),
      end: undefined,
      arrived: undefined,
      bytes: 0,
    });
  });
  devtools.on('Network.responseReceived', ({ requestId, timestamp, type }) => {
    const request = requests.get(requestId);
    if (request && type === 'Document') request.end = since(timestamp);
  });
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    lastEvent = performance.now();
    const request = requests.get(requestId);
    if (!request) return;
    request.arrived = since(timestamp);
    request.end ??= request.arrived;
    request.bytes = encodedDataLength;
  });
  devtools.on('Network.loadingFailed', ({ requestId }) => {
    lastEvent = performance.now();
    requests.delete(requestId);
  });
  return {
    all: () => [...requests.values()].toSorted((one, other) => one.start - other.start),
    whenQuiet: async () => {
      const isQuiet = () =>
        [...requests.values()].every(({ arrived }) => arrived !== undefined) &&
        performance.now() - lastEvent > quiet;
      while (!isQuiet()) await new Promise((resolve) => setTimeout(resolve, 100));
    },
  };
}

/**
 * Returns how deep each request is: the length of the longest chain that ends with it, in which each
 * request starts after the one before it has ended.
 */
export function sequentialDepths<Request extends Pick<RecordedRequest, 'start' | 'end'>>(
  requests: readonly Request[],
): Map<Request, number> {
  const depths = new Map<Request, number>();
  for (const request of requests.toSorted((one, other) => one.start - other.start)) {
    const before = [...depths].filter(([{ end = Infinity }]) => end <= request.start);
    depths.set(request, 1 + Math.max(0, ...before.map(([, depth]) => depth)));
  }
  return depths;
}
