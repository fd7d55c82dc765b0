import * as v from 'valibot';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { ceremonyError, CeremonyError } from '../passkey/ceremony-error.ts';
import { RefusedError, UnreachableError } from './errors.ts';
import { request } from './request.ts';
import { provideProof } from './step-up.ts';
import { readTokens, writeTokens } from './tokens.ts';

const get = () => request({ method: 'GET', path: '/mfa/status', answer: v.unknown() });
const post = () => request({ method: 'POST', path: '/mfa/enable', body: {}, answer: v.unknown() });
const unauthorized = { status: 401, body: { success: false, error: 'Unauthorized' } };
const renewed = { body: { success: true, accessToken: 'new', refreshToken: 'r2' } };
const reauth = { status: 403, body: { success: false, error_code: 'REAUTH_REQUIRED' } };

beforeEach(() => writeTokens({ accessToken: 'old', refreshToken: 'r1' }, 'signed-in'));

describe('[A5] a token that is no longer accepted', () => {
  it('is refreshed once, and the call is sent again', async () => {
    const calls = fakeApi({ 'GET /mfa/status': [unauthorized, {}], 'POST /user/refresh': renewed });
    await get();
    expect(calls('GET /mfa/status').map(({ authorization }) => authorization)).toEqual([
      'Bearer old',
      'Bearer new',
    ]);
    expect(calls('POST /user/refresh')[0]?.body).toEqual({
      refreshToken: 'r1',
      refresh_token: 'r1',
    });
    expect(readTokens()).toMatchObject({ accessToken: 'new', refreshToken: 'r2' });
  });

  it('is refreshed once for all concurrent calls', async () => {
    const calls = fakeApi({
      'GET /mfa/status': [...Array.from({ length: 5 }, () => unauthorized), {}],
      'POST /user/refresh': renewed,
    });
    await Promise.all([get(), get(), get(), get(), get()]);
    expect(calls('POST /user/refresh')).toHaveLength(1);
    expect(calls('GET /mfa/status')).toHaveLength(10);
  });

  it('ends the session if it cannot be refreshed, without a loop', async () => {
    const calls = fakeApi({ 'GET /mfa/status': unauthorized, 'POST /user/refresh': unauthorized });
    await expect(get()).rejects.toMatchObject({ kind: 'refused', status: 401 });
    expect(readTokens()).toBeUndefined();
    expect(calls('GET /mfa/status')).toHaveLength(1);
    expect(calls('POST /user/refresh')).toHaveLength(1);
  });

  it('ends the session if the new token is refused too', async () => {
    const calls = fakeApi({ 'GET /mfa/status': unauthorized, 'POST /user/refresh': renewed });
    await expect(get()).rejects.toBeInstanceOf(RefusedError);
    expect(readTokens()).toBeUndefined();
    expect(calls('GET /mfa/status')).toHaveLength(2);
  });

  it.each([
    ['the network fails', new TypeError('Failed to fetch')],
    ['the service fails', { status: 503, body: '<html></html>' }],
    ['it is asked too often', { status: 429, body: { success: false } }],
  ])('signs nobody out because %s during the refresh', async (_, answer) => {
    fakeApi({ 'GET /mfa/status': unauthorized, 'POST /user/refresh': answer });
    await expect(get()).rejects.toBeInstanceOf(Error);
    expect(readTokens()).toMatchObject({ accessToken: 'old' });
  });

  it('is refreshed even if a tab that hangs holds the lock forever', async () => {
    let letGo: () => void = () => {};
    await new Promise<void>((granted) => {
      void navigator.locks.request('session-refresh', () => {
        granted();
        return new Promise<void>((resolve) => (letGo = resolve));
      });
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
      letGo();
    });
    const calls = fakeApi({ 'GET /mfa/status': [unauthorized, {}], 'POST /user/refresh': renewed });
    const read = get();
    const waiting = async () => (await navigator.locks.query()).pending ?? [];
    await expect.poll(waiting).toMatchObject([{ name: 'session-refresh' }]);
    await vi.advanceTimersByTimeAsync(24_000);
    expect(await waiting()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await read;
    expect(calls('POST /user/refresh')).toHaveLength(1);
  });

  it('is refreshed before it expires', async () => {
    writeTokens(
      { accessToken: 'old', refreshToken: 'r1', expiresAt: Date.now() + 30_000 },
      'renewed',
    );
    const calls = fakeApi({ 'GET /mfa/status': {}, 'POST /user/refresh': renewed });
    await get();
    expect(calls('GET /mfa/status').map(({ authorization }) => authorization)).toEqual([
      'Bearer new',
    ]);
  });
});

describe('a call that needs a step-up', () => {
  it('asks once and then goes on by itself', async () => {
    const calls = fakeApi({ 'POST /mfa/enable': [reauth, {}] });
    const ask = vi.fn<() => Promise<void>>().mockResolvedValue();
    const stop = provideProof(ask);
    await post();
    stop();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(calls('POST /mfa/enable')).toHaveLength(2);
  });

  it.each([
    [403, 'MFA_REQUIRED', 1],
    [403, 'REAUTH_REQUIRED', 1],
    [403, 'FORBIDDEN', 0],
    [403, undefined, 0],
    [400, 'REAUTH_REQUIRED', 0],
  ])('with status %i and code %s asks %i times', async (status, code, times) => {
    fakeApi({ 'POST /mfa/enable': { status, body: { success: false, error_code: code } } });
    const ask = vi.fn<() => Promise<void>>().mockResolvedValue();
    const stop = provideProof(ask);
    await expect(post()).rejects.toMatchObject({ status });
    stop();
    expect(ask).toHaveBeenCalledTimes(times);
  });

  it('is not sent again if the person declines', async () => {
    const calls = fakeApi({ 'POST /mfa/enable': reauth });
    const stop = provideProof(() => Promise.reject(ceremonyError('cancelled')));
    await expect(post()).rejects.toBeInstanceOf(CeremonyError);
    stop();
    expect(calls('POST /mfa/enable')).toHaveLength(1);
  });

  it('gives up if the step-up does not help', async () => {
    const calls = fakeApi({ 'POST /mfa/enable': reauth });
    const stop = provideProof(() => Promise.resolve());
    await expect(post()).rejects.toMatchObject({ code: 'REAUTH_REQUIRED' });
    stop();
    expect(calls('POST /mfa/enable')).toHaveLength(2);
  });

  it('does not ask if it only reads', async () => {
    const ask = vi.fn<() => Promise<void>>();
    const stop = provideProof(ask);
    fakeApi({ 'GET /mfa/status': reauth });
    await expect(get()).rejects.toBeInstanceOf(RefusedError);
    stop();
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('an open call', () => {
  const open = () =>
    request({ method: 'POST', path: '/user/login', body: {}, answer: v.unknown(), isOpen: true });

  it('carries no token, and is neither renewed nor replayed', async () => {
    const calls = fakeApi({ 'POST /user/login': unauthorized });
    await expect(open()).rejects.toMatchObject({ status: 401 });
    expect(calls('POST /user/login')).toEqual([{ authorization: null, body: {} }]);
    expect(readTokens()).toMatchObject({ accessToken: 'old' });
  });
});

it('fails as unreachable if no answer came', async () => {
  fakeApi({ 'GET /mfa/status': new TypeError('Failed to fetch') });
  await expect(get()).rejects.toBeInstanceOf(UnreachableError);
});

it('[A8] sends a change once, whatever becomes of it', async () => {
  const calls = fakeApi({ 'POST /mfa/enable': { status: 500, body: '<html></html>' } });
  await expect(post()).rejects.toMatchObject({ kind: 'unreadable', status: 500 });
  expect(calls('POST /mfa/enable')).toHaveLength(1);
});
