import { expect, it } from 'vitest';
import { deriveKeys } from '../crypto/keys.ts';
import type { Services } from '../services.ts';
import { describeSignIn } from './describe-sign-in.ts';

const services = { keys: deriveKeys(new Uint8Array(32).fill(7)) } as Services;
const deviceId = 'A'.repeat(22);

function describeFrom(sent: unknown, userAgent?: string, source = '203.0.113.9') {
  const headers: Record<string, string> =
    userAgent === undefined ? {} : { 'User-Agent': userAgent };
  const request = new Request('http://localhost/user/login', { headers });
  return describeSignIn(services, sent, { request, source });
}

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
    ['Firefox on Windows', 'DESKTOP', 'Windows', 'Firefox'],
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${webKit} Version/18.1 Mobile/15E148 Safari/604.1`,
    ['Safari on iOS', 'MOBILE', 'iOS', 'Safari'],
  ],
  [
    `Mozilla/5.0 (iPad; CPU OS 17_1 like Mac OS X) ${webKit} Version/17.1 Mobile/15E148 Safari/604.1`,
    ['Safari on iOS', 'TABLET', 'iOS', 'Safari'],
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    ['Chrome on Android', 'MOBILE', 'Android', 'Chrome'],
  ],
  ['curl/8.1', [null, null, null, null]],
  ['', [null, null, null, null]],
])('Where the body says nothing, the user agent %j is read', (userAgent, expected) => {
  for (const read of [describeFrom({ userAgent }), describeFrom(undefined, userAgent)])
    expect([read.deviceName, read.deviceType, read.os, read.browser]).toEqual(expected);
});

it('What the body says goes before its user agent, and that before the header', () => {
  const said = {
    userAgent: 'Firefox/1',
    deviceType: 'TABLET',
    os: 'Haiku',
    browser: 'WebPositive',
  };
  expect(describeFrom({ ...said, timezone: 'Europe/Berlin', language: 'de' }, 'Other/1')).toEqual({
    deviceHash: null,
    userAgent: 'Firefox/1',
    deviceName: 'WebPositive on Haiku',
    deviceType: 'TABLET',
    os: 'Haiku',
    browser: 'WebPositive',
    network: '203.0.113.0/24',
    timezone: 'Europe/Berlin',
    language: 'de',
  });
});

it.each([
  [undefined],
  [null],
  ['text'],
  [[]],
  [7],
  [{ deviceId: 7, os: {}, browser: ' ' }],
  [{ os: 'Unknown', browser: 'unknown' }],
])('A description of %j is none, and keeps nobody from signing in', (sent) => {
  expect(describeFrom(sent)).toMatchObject({ deviceHash: null, deviceName: null, os: null });
});

it("The documentation's form of it names the device", () => {
  expect(describeFrom({ name: 'Work laptop', type: 'browser' }).deviceName).toBe('Work laptop');
});

it('Of the identifier only a hash is left', () => {
  const { deviceHash } = describeFrom({ deviceId });
  expect(deviceHash).toMatch(/^[\w-]{43}$/);
  expect(describeFrom({ deviceId }).deviceHash).toBe(deviceHash);
  expect(describeFrom({ deviceId: `${'A'.repeat(21)}Q` }).deviceHash).not.toBe(deviceHash);
});

it('[CVE-2023-6484] A name is one short line without controls', () => {
  const name = `Phone\r\n\u202Eof ${'x'.repeat(100)}`;
  const { deviceName } = describeFrom({ name });
  expect(deviceName).toMatch(/^Phone of x+$/);
  expect(deviceName).toHaveLength(64);
});

it('A user agent of any length is stored in part', () => {
  const long = `Mozilla/5.0 ${'x'.repeat(10_000)}`;
  expect(describeFrom(undefined, long).userAgent).toHaveLength(512);
});
