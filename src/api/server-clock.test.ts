import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { deviceSkewSeconds, noteServerDate, serverNow } from './server-clock.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

beforeEach(() => vi.useFakeTimers({ now }));
afterEach(() => vi.useRealTimers());

test('Before the first answer the device’s clock counts', () => {
  for (const header of [null, '', 'soon']) noteServerDate(header);
  expect(serverNow()).toBe(now);
  expect(deviceSkewSeconds()).toBeUndefined();
});

test.each([
  ['behind', 'Thu, 01 Jan 2026 00:01:30 GMT', now + 90_000, -90],
  ['ahead', 'Wed, 31 Dec 2025 23:59:00 GMT', now - 60_000, 60],
  ['right', 'Thu, 01 Jan 2026 00:00:00 GMT', now, 0],
])('Where the device’s clock is %s, the server’s counts', (_how, header, serverTime, skew) => {
  noteServerDate(header);
  expect(serverNow()).toBe(serverTime);
  expect(deviceSkewSeconds()).toBeCloseTo(skew);
  noteServerDate('nonsense');
  expect(serverNow()).toBe(serverTime);
});
