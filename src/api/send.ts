import { config } from './config.ts';
import { UnreachableError } from './errors.ts';
import { noteServerDate, serverNow } from './server-clock.ts';

/** Milliseconds. After it the outcome is unknown, so the state is refetched before a retry. */
const timeout = 20_000;

export interface Sendable {
  method: 'GET' | 'POST';
  /** Path below the backend's origin, with a leading slash: `/mfa/status`. */
  path: string;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

export interface RawAnswer {
  status: number;
  text: string;
  /** Server time, milliseconds since the epoch, from which a retry is allowed. */
  retryAt?: number | undefined;
  reference: string;
}

/**
 * The only place that calls `fetch`. Returns every response, including error statuses.
 * @throws UnreachableError
 */
export async function send(call: Sendable, accessToken?: string): Promise<RawAnswer> {
  const deadline = AbortSignal.timeout(timeout);
  const headers = new Headers({ Accept: 'application/json' });
  if (accessToken) headers.set('Authorization', `Bearer ${accessToken}`);
  if (call.body !== undefined) headers.set('Content-Type', 'application/json');
  // If the connection dropped during the request, the request may have arrived.
  const wasOnline = navigator.onLine;
  try {
    const response = await fetch(config.backendUrl + call.path, {
      method: call.method,
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: call.signal ? AbortSignal.any([call.signal, deadline]) : deadline,
    });
    noteServerDate(response.headers.get('Date'));
    return {
      status: response.status,
      text: await response.text(),
      retryAt: parseRetryAfter(response.headers.get('Retry-After'), serverNow()),
      reference: describe(response),
    };
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    const reason = deadline.aborted
      ? 'timeout'
      : wasOnline || navigator.onLine
        ? 'network'
        : 'offline';
    throw new UnreachableError(reason, { cause });
  }
}

/**
 * What support can find an answer by: its status with the server's request id, or with the time.
 */
function describe(response: Response): string {
  const id = response.headers.get('X-Request-Id');
  const time = new Date(serverNow()).toISOString().slice(11, 19);
  return `${response.status} ${id?.slice(0, 64) ?? `${time} UTC`}`;
}

/**
 * Reads `Retry-After` (RFC 9110, 10.2.3: seconds or a date) as server time in milliseconds.
 * Undefined if the header is missing or invalid.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const at = /^\d{1,9}$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(at) ? undefined : at;
}
