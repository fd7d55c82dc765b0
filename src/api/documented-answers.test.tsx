import { beforeEach, describe, expect, it } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import {
  getDevice,
  getDevices,
  getSessions,
  removeDevice,
  revokeAllSessions,
  revokeSession,
  sendHeartbeat,
  trustDevice,
  untrustDevice,
} from './devices.ts';
import { requestPasswordReset, resetPassword, updateUser } from './password.ts';
import { writeTokens } from './tokens.ts';

const time = '2026-11-25T12:00:00.000Z';
const at = Date.parse(time);
/** The app needs nothing of it. */
const whatever = expect.toSatisfy(() => true);
const nothing = { entries: [], unreadable: 0 };

interface Documented {
  call: () => Promise<unknown>;
  /** The payload of the 200, without `success`. */
  payload: object;
  /** What is read of it; anything where the app needs nothing of it. */
  read?: unknown;
  failures: [status: number, words: string][];
}

/** Every call about devices, sessions and passwords that the app makes, as the platform documents it. */
const documented: Record<string, Documented> = {
  'GET /devices': {
    call: () => getDevices(),
    payload: { devices: [] },
    read: nothing,
    failures: [[500, 'Failed to retrieve devices']],
  },
  'GET /devices/d': {
    call: () => getDevice('d'),
    payload: { device: { id: 'd', isTrusted: true, trustExpiresAt: time, sessions: [] } },
    read: { id: 'd', isTrusted: true, trustExpiresAt: at, sessions: nothing },
    failures: [
      [404, 'Device not found'],
      [500, 'Failed to retrieve device details'],
    ],
  },
  'POST /devices/trust': {
    call: () => trustDevice('f'),
    payload: { message: 'Device trusted successfully', trustExpiresAt: time },
    read: { trustExpiresAt: at },
    failures: [
      [404, 'Device not found'],
      [500, 'Failed to trust device'],
    ],
  },
  'POST /devices/d/untrust': {
    call: () => untrustDevice('d'),
    payload: { message: 'Device untrusted successfully' },
    failures: [
      [404, 'Device not found'],
      [500, 'Failed to untrust device'],
    ],
  },
  'DELETE /devices/d': {
    call: () => removeDevice('d'),
    payload: { message: 'Device removed successfully' },
    failures: [
      [404, 'Device not found'],
      [500, 'Failed to remove device'],
    ],
  },
  'GET /sessions': {
    call: () => getSessions(),
    payload: { sessions: [] },
    read: nothing,
    failures: [[500, 'Failed to retrieve sessions']],
  },
  'POST /sessions/s/revoke': {
    call: () => revokeSession('s'),
    payload: { message: 'Session revoked successfully' },
    failures: [
      [404, 'Session not found'],
      [500, 'Failed to revoke session'],
    ],
  },
  'POST /sessions/revoke-all': {
    call: () => revokeAllSessions(),
    payload: { message: 'All sessions revoked successfully' },
    failures: [[500, 'Failed to revoke all sessions']],
  },
  'POST /sessions/s/heartbeat': {
    call: () => sendHeartbeat('s'),
    payload: { message: 'Session updated successfully', newExpiry: time },
    read: { newExpiry: at },
    failures: [
      [404, 'Session not found or expired'],
      [500, 'Failed to update session'],
    ],
  },
  'PUT /user/7': {
    call: () => updateUser('7', { password: 'p' }),
    payload: { message: 'User updated' },
    failures: [
      [400, 'Bad request'],
      [403, 'Forbidden'],
      [500, 'Failed'],
    ],
  },
  'POST /user/request-reset-password': {
    call: () => requestPasswordReset('a@b.c'),
    payload: { message: 'Sent' },
    failures: [[500, 'Failed']],
  },
  'POST /user/reset-password': {
    call: () => resetPassword('t', 'p'),
    payload: { message: 'Done' },
    failures: [
      [400, 'Invalid or expired token'],
      [500, 'Failed'],
    ],
  },
};

const page = '<!doctype html><h1>Bad gateway</h1>';

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

describe.each(Object.entries(documented))('%s', (route, { call, payload, read, failures }) => {
  it.each<[string, object]>([
    ['at the top level', { success: true, ...payload }],
    ['under data', { success: true, data: payload }],
    ['under data with its own success', { success: true, data: { success: true, ...payload } }],
  ])('is read %s', async (_where, body) => {
    fakeApi({ [route]: { body } });
    await expect(call()).resolves.toEqual(read ?? whatever);
  });

  describe.each(failures)('%i %s', (status, words) => {
    it.each<[string, object]>([
      ['in error', { success: false, error: words }],
      ['in message', { success: false, message: words }],
      ['under data', { success: false, data: { success: false, message: words } }],
    ])('is a refusal with its words %s', async (_where, body) => {
      fakeApi({ [route]: { status, body } });
      await expect(call()).rejects.toMatchObject({ kind: 'refused', status, message: words });
    });

    it('is a refusal without words', async () => {
      fakeApi({ [route]: { status, body: {} } });
      await expect(call()).rejects.toMatchObject({ kind: 'refused', status, message: '' });
    });

    it('is unreadable as a proxy’s page', async () => {
      fakeApi({ [route]: { status, body: page } });
      await expect(call()).rejects.toMatchObject({ kind: 'unreadable' });
    });
  });

  it.each<[string, object | string, string]>([
    ['says no', { success: false, error: 'No' }, 'refused'],
    ['says no inside', { success: true, data: { success: false } }, 'refused'],
    ['is a page', page, 'unreadable'],
    ['is empty', '', 'unreadable'],
    ['is a list', [1], 'unreadable'],
  ])('fails where its 200 %s', async (_what, body, kind) => {
    fakeApi({ [route]: { body } });
    await expect(call()).rejects.toMatchObject({ kind });
  });
});
