import { adoptEarly } from './early.ts';
import { UnreachableError } from './errors.ts';
import { fetchBackend, type Sendable } from './fetch-backend.ts';
import { noteServerDate, serverNow } from './server-clock.ts';

export interface RawAnswer {
  status: number;
  text: string;
  /** Server time, milliseconds since the epoch, from which a retry is allowed. */
  retryAt?: number | undefined;
  reference: string;
}

/**
 * Sends a request, or adopts the answer if the early script has sent the same one already. Returns
 * every response, including error statuses.
 * @throws UnreachableError
 */
export async function send(call: Sendable, accessToken?: string): Promise<RawAnswer> {
  // If the connection dropped during the request, the request may have arrived.
  const early = adoptEarly(call, accessToken);
  const wasOnline = early ? early.wasOnline : navigator.onLine;
  try {
    const { response, receivedAt } = await (early?.fetched ?? fetchBackend(call, accessToken));
    noteServerDate(response.headers.get('Date'), receivedAt);
    return {
      status: response.status,
      text: await response.text(),
      retryAt: parseRetryAfter(response.headers.get('Retry-After'), serverNow()),
      reference: describe(response),
    };
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    const reason = isTimeout(cause)
      ? 'timeout'
      : wasOnline || navigator.onLine
        ? 'network'
        : 'offline';
    throw new UnreachableError(reason, { cause });
  }
}

/** The deadline has passed: before the answer came, or while its body did. */
function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError';
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
