/**
 * The server's time, from the `Date` header of its answers: countdowns must not trust the device's
 * clock. Across origins the header is readable only where the backend exposes it; until then, and
 * there, the device's own clock serves.
 */
let offset: number | undefined;

export function noteServerDate(header: string | null): void {
  const date = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(date)) return;
  offset = date - Date.now();
}

/** Milliseconds since the epoch, by the server's clock. */
export function serverNow(): number {
  return Date.now() + (offset ?? 0);
}

/** How far the device's clock is ahead of the server's, in seconds; undefined before any answer. */
export function deviceSkewSeconds(): number | undefined {
  return offset === undefined ? undefined : Math.round(-offset / 1000);
}
