/**
 * The server's time, from the `Date` header of its answers, because the device's clock can be
 * wrong. Before the first answer, and across origins unless the backend exposes the header, it is
 * the device's time.
 */
let offset: number | undefined;

/** @param receivedAt when the answer came, by this device's clock: milliseconds since the epoch */
export function noteServerDate(header: string | null, receivedAt = Date.now()): void {
  const date = header ? Date.parse(header) : Number.NaN;
  if (Number.isNaN(date)) return;
  offset = date - receivedAt;
}

/** Milliseconds since the epoch, by the server's clock. */
export function serverNow(): number {
  return Date.now() + (offset ?? 0);
}

/** A time by the server's clock, as this device's clock will show it. Both milliseconds since the epoch. */
export const toDeviceTime = (serverTime: number): number => serverTime - (offset ?? 0);

/**
 * Seconds by which the device's clock is ahead of the server's; undefined before the first answer.
 */
export function deviceSkewSeconds(): number | undefined {
  return offset === undefined ? undefined : Math.round(-offset / 1000);
}
