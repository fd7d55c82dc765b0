import { afterEach, expect, it, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { RefusedError } from './errors.ts';
import type { CookieHost } from './the-host.ts';
import { getStatus } from './mfa.ts';
import { lastSessionChange, readTokens } from './tokens.ts';
import { verifyLogin } from './verify-login.ts';

// As a build with VITE_SESSION_SOURCE=cookies has them.
vi.mock('./tokens.ts', () => import('./host-session.ts'));
vi.mock('./refresh.ts', () => import('./host-session.ts'));
vi.mock('./sign-request.ts', () => import('./sign-by-cookie.ts'));

const host = vi.hoisted(() => {
  const set = {
    isSignedIn: true,
    csrf: { header: 'X-CSRF-Token', token: () => 'c1' },
    signIn: vi.fn<CookieHost['signIn']>(),
    signOut: vi.fn<CookieHost['signOut']>(),
  };
  window.mfaSession = set;
  return set;
});

afterEach(() => {
  host.isSignedIn = true;
  dispatchEvent(new Event('mfa-session-change'));
  vi.unstubAllEnvs();
});

/** How each request was signed, in their order. */
const signatures = () =>
  vi.spyOn(window, 'fetch').mock.calls.map(([, init]) => ({
    credentials: init?.credentials,
    authorization: new Headers(init?.headers).get('Authorization'),
    csrf: new Headers(init?.headers).get('X-CSRF-Token'),
  }));
const always = { credentials: 'same-origin', authorization: null };
const status = { body: { data: { isEnabled: false, enabledMethods: [] } } };

it('The cookie signs each call, and changes carry the header', async () => {
  fakeApi({ 'GET /mfa/status': status, 'POST /mfa/magic-link/send': {} });
  const { sendMagicLink } = await import('./mfa.ts');
  await getStatus();
  await sendMagicLink();
  expect(signatures()).toEqual([
    { ...always, csrf: null },
    { ...always, csrf: 'c1' },
  ]);
});

it('A proof needs no tokens in its answer', async () => {
  vi.stubEnv('VITE_SESSION_SOURCE', 'cookies');
  fakeApi({ 'POST /mfa/verify-login': { body: { success: true, message: 'Verified' } } });
  await verifyLogin({ mfaType: 'GOOGLE_AUTH', code: '123456' });
  expect(lastSessionChange()).toBe('verified');
  expect(readTokens()?.provenAt).toEqual(expect.any(Number));
});

it('A refused cookie ends the session where the host cannot renew it', async () => {
  fakeApi({ 'GET /mfa/status': { status: 401, body: { success: false } } });
  await expect(getStatus()).rejects.toBeInstanceOf(RefusedError);
  expect(readTokens()).toBeUndefined();
  expect(lastSessionChange()).toBe('expired');
  expect(host.signOut).not.toHaveBeenCalled();
});

it('Where the host says that nobody is signed in, there is no session', () => {
  host.isSignedIn = false;
  dispatchEvent(new Event('mfa-session-change'));
  expect(readTokens()).toBeUndefined();
});
