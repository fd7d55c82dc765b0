import { beforeEach, expect, it, vi } from 'vitest';

import { RefusedError, UnreachableError } from './errors.ts';
import type { AppEvent } from './observe.ts';
import { observe, tell, tellOfCall } from './observe.ts';

const told: AppEvent[] = [];
beforeEach(() => {
  observe((event) => told.push(event));
  told.length = 0;
});

const secret = { code: '123456', email: 'ada@example.com', challenge: 'secret' };

it.each([
  ['POST', '/mfa/enable', { mfaType: 'PASSKEY' }, { action: 'turn-on', method: 'PASSKEY' }],
  [
    'POST',
    '/mfa/verify-login',
    { mfaType: 'MAGIC_LINK' },
    { action: 'prove', method: 'MAGIC_LINK' },
  ],
  ['POST', '/user/login', { email: 'ada@example.com' }, { action: 'sign-in' }],
  ['POST', '/mfa/setup', { mfaType: 'ada@example.com' }, { action: 'begin-set-up' }],
  ['DELETE', '/devices/0b7c2f6e', undefined, { action: 'change' }],
] as const)(
  '%s %s is told by its name, without who and without what',
  async (method, path, body, event) => {
    tellOfCall({ method, path, body: body && { ...secret, ...body } }, Promise.resolve());
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told).toEqual([
      { type: 'action-done', milliseconds: expect.any(Number) as number, ...event },
    ]);
  },
);

it.each([
  [new RefusedError('Wrong', { status: 403, reference: '403 a1' }), '403'],
  [new UnreachableError('offline'), 'offline'],
  [new TypeError('ada@example.com'), 'unexpected'],
])('%s is told as %s', async (error, why) => {
  const fail = async () => {
    throw error;
  };
  tellOfCall({ method: 'GET', path: '/mfa/status' }, fail());
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toMatchObject({ type: 'action-failed', action: 'read', why });
});

it('tells a listener what happened before it listened', async () => {
  vi.resetModules();
  const late = await import('./observe.ts');
  const event: AppEvent = { type: 'page-opened', page: '/' };
  late.tell(event);
  const heard: AppEvent[] = [];
  late.observe((each) => heard.push(each));
  expect(heard).toEqual([event]);
  tell(event);
  expect(told).toEqual([event]);
});
