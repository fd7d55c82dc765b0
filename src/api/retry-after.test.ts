import { expect, it } from 'vitest';

import { parseRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

it.each([
  ['42', now + 42_000],
  ['0', now],
  ['Thu, 01 Jan 2026 00:01:00 GMT', now + 60_000],
  [null, undefined],
  ['', undefined],
  ['soon', undefined],
  ['1234567890', undefined],
  ['-5x', undefined],
])('reads Retry-After %j', (header, at) => {
  expect(parseRetryAfter(header, now)).toBe(at);
});
