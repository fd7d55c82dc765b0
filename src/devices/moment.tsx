import { useLingui } from '@lingui/react/macro';

import { serverNow } from '../api/server-clock.ts';

const units: [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['year', 365 * 24 * 3_600_000],
  ['month', 30 * 24 * 3_600_000],
  ['day', 24 * 3_600_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * "5 minutes ago", "yesterday", "now": in the largest unit of which it is at least one.
 * @param time milliseconds since the epoch, as is `now`
 */
export function relativeTime(time: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, milliseconds] of units) {
    const count = Math.trunc((time - now) / milliseconds);
    if (count !== 0) return format.format(count, unit);
  }
  return format.format(0, 'second');
}

/** Whether it is less than a minute ago, so that nobody counts. */
export function isJustNow(time: number): boolean {
  return Math.abs(serverNow() - time) < 60_000;
}

/** A time as a person says it, by the server's clock. */
export function useRelativeTime(): (time: number) => string {
  const { i18n } = useLingui();
  return (time) => relativeTime(time, serverNow(), i18n.locale);
}

/** The exact time, in the reader's zone. */
export function ExactTime({ time }: { /** Milliseconds since the epoch. */ time: number }) {
  const { i18n } = useLingui();
  const date = new Date(time);
  return (
    <time dateTime={date.toISOString()}>
      {i18n.date(date, { dateStyle: 'long', timeStyle: 'short' })}
    </time>
  );
}
