import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import {
  deviceAnswer,
  deviceInfo,
  devicesAnswer,
  heartbeatAnswer,
  sessionsAnswer,
  trustAnswer,
} from './contract-devices.ts';
import { readAnswer } from './read-answer.ts';

const time = '2026-11-25T12:00:00.000Z';
const at = Date.parse(time);
const session = {
  id: 's1',
  deviceName: 'Firefox on Windows',
  ipAddress: '203.0.113.0',
  location: 'Berlin, Germany',
  startedAt: time,
  lastActivity: time,
  expiresAt: time,
  loginMethod: 'PASSWORD+PASSKEY',
  isCurrent: true,
};
const readSession = { ...session, startedAt: at, lastActivity: at, expiresAt: at };
const device = {
  id: 'd1',
  deviceName: 'Firefox on Windows',
  deviceType: 'DESKTOP',
  os: 'Windows 11',
  browser: 'Firefox 145',
  ipAddress: '203.0.113.0',
  country: 'Germany',
  city: 'Berlin',
  isTrusted: true,
  trustLevel: 'HIGH',
  lastSeen: time,
  createdAt: time,
  trustExpiresAt: time,
  isCurrent: false,
};
const readDevice = { ...device, lastSeen: at, createdAt: at, trustExpiresAt: at };
const details = { ...device, userAgent: 'UA', deviceFingerprint: 'f1', sessions: [session] };
const readDetails = {
  ...readDevice,
  userAgent: 'UA',
  deviceFingerprint: 'f1',
  sessions: { entries: [readSession], unreadable: 0 },
};

const read = <Schema extends v.GenericSchema>(schema: Schema, body: object) =>
  readAnswer({ status: 200, text: JSON.stringify(body), reference: '' }, schema);

describe('Each answer is read at the top level, under data, and bare under data', () => {
  test.each([
    ['sessions', sessionsAnswer, [session], { entries: [readSession], unreadable: 0 }],
    ['devices', devicesAnswer, [device], { entries: [readDevice], unreadable: 0 }],
    ['device', deviceAnswer, details, readDetails],
  ])('%s', (name, schema, payload, expected) => {
    for (const body of [
      { success: true, [name]: payload },
      { success: true, data: { [name]: payload } },
      { success: true, data: { success: true, [name]: payload } },
      { success: true, data: payload },
    ])
      expect(read<v.GenericSchema>(schema, body)).toEqual(expected);
  });

  test.each([
    ['trustExpiresAt', trustAnswer],
    ['newExpiry', heartbeatAnswer],
  ])('%s', (name, schema) => {
    for (const body of [
      { success: true, [name]: time },
      { success: true, data: { [name]: time } },
    ])
      expect(read<v.GenericSchema>(schema, body)).toEqual({ [name]: at });
    expect(read<v.GenericSchema>(schema, { success: true })).toEqual({ [name]: undefined });
  });
});

test('A session or a device of which only the id is known is kept', () => {
  expect(read(sessionsAnswer, { sessions: [{ id: 's' }] }).entries).toEqual([{ id: 's' }]);
  expect(read(devicesAnswer, { devices: [{ id: 'd' }] }).entries).toEqual([
    { id: 'd', isTrusted: false },
  ]);
  expect(read(deviceAnswer, { device: { id: 'd' } })).toMatchObject({
    id: 'd',
    sessions: { entries: [], unreadable: 0 },
  });
});

test('What makes no sense counts as not said, and an entry without an id is counted', () => {
  const odd = {
    ...device,
    deviceType: 'WATCH',
    trustLevel: 'HUGE',
    isTrusted: 'yes',
    isCurrent: 'no',
    lastSeen: 'yesterday',
  };
  const { entries, unreadable } = read(devicesAnswer, {
    devices: [odd, { ...odd, id: 7 }, null, odd],
  });
  expect(unreadable).toBe(2);
  expect(entries).toEqual([
    {
      ...readDevice,
      deviceType: undefined,
      trustLevel: undefined,
      isTrusted: false,
      isCurrent: undefined,
      lastSeen: undefined,
    },
  ]);
});

test('Times are read as ISO 8601, as seconds and as milliseconds', () => {
  for (const newExpiry of [time, at, at / 1000])
    expect(read(heartbeatAnswer, { newExpiry }).newExpiry).toBe(at);
});

test('Nothing in what a browser says about itself is ever refused', () => {
  const own = { deviceId: 'A'.repeat(22), userAgent: 'UA', deviceType: 'TABLET', language: 'de' };
  expect(v.parse(deviceInfo, { ...own, deviceMemory: 8 })).toEqual(own);
  expect(v.parse(deviceInfo, { name: 'Chrome', type: 'browser' })).toEqual({
    name: 'Chrome',
    type: 'browser',
  });
  expect(
    v.parse(deviceInfo, { deviceId: 'short', userAgent: 7, os: ' ', browser: 'x'.repeat(513) }),
  ).toEqual({});
});
