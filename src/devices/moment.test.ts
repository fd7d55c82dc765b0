import { expect, test } from 'vitest';

import { relativeTime } from './moment.tsx';

const second = 1000;
const hour = 3_600_000;
const now = Date.UTC(2026, 10, 25, 12);

test.each([
  [0, 'now'],
  [-59 * second, 'now'],
  [-60 * second, '1 minute ago'],
  [-59 * 60 * second, '59 minutes ago'],
  [-hour, '1 hour ago'],
  [-24 * hour, 'yesterday'],
  [-10 * 24 * hour, '10 days ago'],
  [-60 * 24 * hour, '2 months ago'],
  [-800 * 24 * hour, '2 years ago'],
  [2 * hour, 'in 2 hours'],
])('%d milliseconds away is said as "%s"', (difference, words) => {
  expect(relativeTime(now + difference, now, 'en')).toBe(words);
});

test('It is said in the language of the page', () => {
  expect(relativeTime(now - 24 * hour, now, 'de')).toBe('gestern');
});
