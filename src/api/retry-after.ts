/**
 * Reads `Retry-After` (RFC 9110, 10.2.3: seconds or a date) as server time in milliseconds.
 * Undefined where there is none, or where it makes no sense.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const at = /^\d{1,9}$/.test(header) ? now + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(at) ? undefined : at;
}
