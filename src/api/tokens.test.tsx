import * as v from 'valibot';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { request } from './request.ts';
import { readTokens, sessionEra, useIsSignedIn, writeTokens } from './tokens.ts';
import { verifyLogin } from './verify-login.ts';

const get = () => request({ method: 'GET', path: '/mfa/status', answer: v.unknown() });
const old = { accessToken: 'old', refreshToken: 'r1', expiresAt: undefined };
const unauthorized = { status: 401, body: { success: false } };

/** Another tab of this browser, which answers as it is told to. */
function openSibling() {
  const channel = new BroadcastChannel('session');
  let close: () => void = () => {};
  const closed = new Promise<void>((resolve) => (close = resolve));
  const opened = new Promise<void>((resolve) => {
    void navigator.locks.request('session-tab', { mode: 'shared' }, () => {
      resolve();
      return closed;
    });
  });
  onTestFinished(() => {
    channel.close();
    close();
  });
  const asked = new Promise<void>((resolve) => {
    channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
      if (data.type === 'ask') resolve();
    });
  });
  return { channel, asked, opened };
}

beforeEach(() => writeTokens(old, 'signed-in'));

describe('[A6] someone who has signed out stays signed out', () => {
  it('even if a tab that slept sends its old tokens', async () => {
    const { channel } = openSibling();
    const era = sessionEra();
    writeTokens(undefined, 'signed-out');
    const heard = new Promise((resolve) => {
      const listener = new BroadcastChannel('session');
      listener.addEventListener('message', resolve);
      onTestFinished(() => listener.close());
    });
    channel.postMessage({ type: 'changed', tokens: old, change: 'renewed', era });
    await heard;
    expect(readTokens()).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it('even if another tab replies to an earlier question now', async () => {
    const calls = fakeApi({ 'GET /mfa/status': unauthorized });
    const { channel, asked, opened } = openSibling();
    await opened;
    const second = openSibling();
    await second.opened;
    const era = sessionEra();
    const read = get().catch(() => undefined);
    await asked;
    writeTokens(undefined, 'signed-out');
    const tokens = { accessToken: 'renewed', refreshToken: 'r2', expiresAt: undefined };
    channel.postMessage({ type: 'reply', tokens, era });
    second.channel.postMessage({ type: 'reply', tokens: undefined, era });
    await read;
    expect(readTokens()).toBeUndefined();
    expect(calls('POST /user/refresh')).toHaveLength(0);
  });

  it('even if a step-up was on its way', async () => {
    let answer: (reply: Reply) => void = () => {};
    const calls = fakeApi({
      'POST /mfa/verify-login': () => new Promise<Reply>((resolve) => (answer = resolve)),
    });
    const proof = verifyLogin({ mfaType: 'GOOGLE_AUTH', code: '123456' });
    await expect.poll(() => calls('POST /mfa/verify-login')).toHaveLength(1);
    writeTokens(undefined, 'signed-out');
    answer({ body: { success: true, fullAccessToken: 'full', refreshToken: 'r2' } });
    await proof;
    expect(readTokens()).toBeUndefined();
  });

  it('until they sign in again', () => {
    writeTokens(undefined, 'signed-out');
    writeTokens({ ...old, accessToken: 'new' }, 'signed-in');
    expect(readTokens()).toMatchObject({ accessToken: 'new' });
  });
});

it('[A1] a session is known by its account until it ends, though later answers do not name it', () => {
  const user = { id: 'ada', email: 'ada@example.com' };
  writeTokens({ ...old, user }, 'signed-in');
  writeTokens({ ...old, accessToken: 'renewed' }, 'renewed');
  writeTokens({ ...old, accessToken: 'verified' }, 'verified');
  expect(readTokens()).toMatchObject({ accessToken: 'verified', user });
  writeTokens(old, 'signed-in');
  expect(readTokens()?.user).toBeUndefined();
});

it('useIsSignedIn follows the session', async () => {
  writeTokens(undefined, 'signed-out');
  const { result } = await renderHook(useIsSignedIn);
  expect(result.current).toBe(false);
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  await expect.poll(() => result.current).toBe(true);
  writeTokens(undefined, 'expired');
  await expect.poll(() => result.current).toBe(false);
});
