import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { give } from './given.ts';
import { request } from './guarded-request.ts';
import type { PlannedAction, SettingsOptions } from './options.ts';

const session: SettingsOptions['session'] = {
  accessToken: 'token',
  renew: async () => undefined,
  keep: () => undefined,
  signIn: () => undefined,
  signOut: () => undefined,
};

const shadow = document.createElement('div').attachShadow({ mode: 'open' });
const givePage = (options: Partial<SettingsOptions>) => give({ session, ...options }, shadow);
const post = (path: string, body?: object) =>
  request({ method: 'POST', path, body, answer: v.unknown() });

afterEach(() => givePage({}));

it('The page is asked before a change, and told which and of what', async () => {
  const sent = fakeApi({ 'POST /mfa/enable': {}, 'POST /mfa/magic-link/send': {} });
  const ask = vi.fn<(action: PlannedAction) => boolean>(() => {
    expect(sent('POST /mfa/enable'), 'not sent yet').toEqual([]);
    return true;
  });
  givePage({ onBeforeAction: ask });
  await post('/mfa/enable', { mfaType: 'PASSKEY' });
  expect(sent('POST /mfa/enable')).toHaveLength(1);
  expect(ask.mock.calls).toEqual([[{ action: 'turn-on', method: 'PASSKEY' }]]);
});

it.each([false, Promise.resolve(false)])('What the page stops is not sent', async (answer) => {
  const sent = fakeApi({ 'POST /mfa/reset': {} });
  givePage({ onBeforeAction: () => answer });
  await expect(post('/mfa/reset')).rejects.toMatchObject({ kind: 'ceremony', isNeutral: true });
  expect(sent('POST /mfa/reset')).toEqual([]);
});

it('A page that cannot answer stops the change, too', async () => {
  const sent = fakeApi({ 'POST /mfa/reset': {} });
  givePage({ onBeforeAction: () => Promise.reject(new Error('No connection')) });
  await expect(post('/mfa/reset')).rejects.toThrow('No connection');
  expect(sent('POST /mfa/reset')).toEqual([]);
});

it('Reading, proving and the end of a set-up are not asked for', async () => {
  fakeApi({ 'POST /mfa/verify-login': {}, 'POST /mfa/verify-setup': {}, 'GET /mfa/status': {} });
  const ask = vi.fn<() => boolean>(() => false);
  givePage({ onBeforeAction: ask });
  await post('/mfa/verify-login');
  await post('/mfa/verify-setup');
  await request({ method: 'GET', path: '/mfa/status', answer: v.unknown() });
  expect(ask).not.toHaveBeenCalled();
});

it('Where the settings are only to be read, no change is sent', async () => {
  const sent = fakeApi({ 'POST /mfa/setup': {} });
  givePage({ readOnly: true, onBeforeAction: () => true });
  await expect(post('/mfa/setup', { mfaType: 'PASSKEY' })).rejects.toMatchObject({
    isNeutral: true,
  });
  expect(sent('POST /mfa/setup')).toEqual([]);
});
