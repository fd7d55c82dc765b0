import { expect, test } from 'vitest';

import { formatDuration } from './format-duration.ts';

test.each([
  [0, '0:00'],
  [7, '0:07'],
  [59, '0:59'],
  [60, '1:00'],
  [581, '9:41'],
  [3600, '60:00'],
])('%i seconds show as %s', (seconds, shown) => {
  expect(formatDuration(seconds)).toBe(shown);
});
