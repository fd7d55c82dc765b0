import { expect, test } from 'vitest';

import { readNames, inOrder, isTrustedAt, placeOf } from './describe-device.ts';

const device = { id: 'a', isTrusted: false };

test.each([
  [{ deviceName: ' My laptop ', browser: 'Firefox', os: 'Windows' }, { name: 'My laptop' }],
  [
    { browser: 'Firefox', os: 'Windows' },
    { program: 'Firefox', system: 'Windows' },
  ],
  [{ deviceName: ' ', os: 'Windows' }, { name: 'Windows' }],
  [{ browser: 'Firefox' }, { name: 'Firefox' }],
  [{}, { name: undefined }],
])('%j is called %j', (known, words) => {
  expect(readNames({ ...device, ...known })).toEqual(words);
});

test('A place is what is known of it', () => {
  const everything = { city: 'Berlin', country: 'Germany', ipAddress: '203.0.113.0/24' };
  expect(placeOf({ ...device, ...everything })).toEqual(['Berlin, Germany', '203.0.113.0/24']);
  expect(placeOf({ ...device, country: 'Germany' })).toEqual(['Germany']);
  expect(placeOf({ ...device, city: ' ', ipAddress: null })).toEqual([]);
});

test('Trust ends at its time, whatever the flag says', () => {
  expect(isTrustedAt({ ...device, isTrusted: true }, 5)).toBe(true);
  expect(isTrustedAt({ ...device, isTrusted: true, trustExpiresAt: 6 }, 5)).toBe(true);
  expect(isTrustedAt({ ...device, isTrusted: true, trustExpiresAt: 5 }, 5)).toBe(false);
  expect(isTrustedAt({ ...device, trustExpiresAt: 6 }, 5)).toBe(false);
});

test('The device in use comes first, then the ones that were seen last', () => {
  const devices = [
    { ...device, id: 'old', lastSeen: 1 },
    { ...device, id: 'unknown' },
    { ...device, id: 'here', lastSeen: 1, isCurrent: true },
    { ...device, id: 'new', lastSeen: 2 },
  ];
  expect(inOrder(devices).map(({ id }) => id)).toEqual(['here', 'new', 'old', 'unknown']);
});
