import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { signOut } from './account.ts';
import { RefusedError, UnreachableError } from './errors.ts';
import type { TokenHost } from './the-host.ts';
import { getStatus } from './mfa.ts';
import { lastSessionChange, readTokens, sessionEra, subscribeTokens } from './tokens.ts';
import { verifyLogin } from './verify-login.ts';

// As a build with VITE_SESSION_SOURCE=tokens has them.
vi.mock('./tokens.ts', () => import('./host-session.ts'));
vi.mock('./refresh.ts', () => import('./host-session.ts'));

/** What the host's script has set before the app's runs. */
const host = vi.hoisted(() => {
  const nothing = () => {};
  const set = {
    accessToken: undefined as string | undefined,
    provenAt: undefined as number | undefined,
    user: { id: '1', email: 'ada@example.com' },
    signIn: nothing as TokenHost['signIn'],
    signOut: vi.fn<TokenHost['signOut']>(),
    renew: vi.fn<TokenHost['renew']>(),
    keep: vi.fn<TokenHost['keep']>(),
  };
  window.mfaSession = set;
  return set;
});

/** The host says that its session is another one. */
function change(accessToken: string | undefined) {
  host.accessToken = accessToken;
  dispatchEvent(new Event('mfa-session-change'));
}

let changes: string[];
let stop: () => void;
beforeEach(() => {
  change('a1');
  changes = [];
  stop = subscribeTokens((each) => changes.push(each));
  host.signOut.mockReset();
  host.renew.mockReset().mockImplementation(async () => {
    host.accessToken = 'a2';
  });
  host.keep.mockReset().mockImplementation((tokens) => {
    host.accessToken = tokens.accessToken;
  });
});
afterEach(() => stop());

const status = { body: { data: { isEnabled: false, enabledMethods: [] } } };
const refused = { status: 401, body: { success: false, error: 'Unauthorized' } };
const proven = {
  body: { success: true, fullAccessToken: 'full', refreshToken: 'r2', expiresAt: 4e12 },
};

it("Calls are signed with the host's token, and nothing is stored", async () => {
  const asked = fakeApi({ 'GET /mfa/status': status });
  const before = { ...sessionStorage };
  await getStatus();
  expect(asked('GET /mfa/status')[0]?.authorization).toBe('Bearer a1');
  expect(readTokens()).toMatchObject({ user: host.user });
  expect({ ...sessionStorage }).toEqual(before);
});

it('The host renews a refused token once for all calls, and they are sent again', async () => {
  const asked = fakeApi({ 'GET /mfa/status': [refused, refused, status] });
  await Promise.all([getStatus(), getStatus()]);
  expect(host.renew).toHaveBeenCalledTimes(1);
  expect(asked('GET /mfa/status').map((call) => call.authorization)).toEqual([
    'Bearer a1',
    'Bearer a1',
    'Bearer a2',
    'Bearer a2',
  ]);
  expect(changes).toEqual(['renewed']);
});

it('The session ends where no token comes back, without signing out at the host', async () => {
  host.renew.mockImplementation(async () => {
    host.accessToken = undefined;
  });
  fakeApi({ 'GET /mfa/status': refused });
  await expect(getStatus()).rejects.toBeInstanceOf(RefusedError);
  expect(readTokens()).toBeUndefined();
  expect(lastSessionChange()).toBe('expired');
  expect(host.signOut).not.toHaveBeenCalled();
});

it('Nobody is signed out where the host cannot be asked', async () => {
  host.renew.mockRejectedValue(new TypeError('Failed to fetch'));
  fakeApi({ 'GET /mfa/status': refused });
  await expect(getStatus()).rejects.toBeInstanceOf(UnreachableError);
  expect(readTokens()).toBeDefined();
});

it('The host gets the tokens of a proof, which the next call uses', async () => {
  const asked = fakeApi({ 'POST /mfa/verify-login': proven, 'GET /mfa/status': status });
  await verifyLogin({ mfaType: 'GOOGLE_AUTH', code: '123456' });
  expect(host.keep).toHaveBeenCalledWith(
    expect.objectContaining({ accessToken: 'full', refreshToken: 'r2' }),
  );
  expect(readTokens()?.provenAt).toEqual(expect.any(Number));
  await getStatus();
  expect(asked('GET /mfa/status')[0]?.authorization).toBe('Bearer full');
});

it('The host is told when somebody signs out, and tells when its own session changes', async () => {
  fakeApi({ 'POST /user/logout': {} });
  const era = sessionEra();
  change(undefined);
  expect(readTokens()).toBeUndefined();
  expect(sessionEra()).toBe(era + 1);
  change('b1');
  expect(readTokens()?.accessToken).toBe('b1');
  expect(changes).toEqual(['signed-out', 'signed-in']);
  await signOut();
  expect(host.signOut).toHaveBeenCalledTimes(1);
  expect(readTokens()).toBeUndefined();
});

it('What was proven in another tab is read again, and counts here', async () => {
  fakeApi({ 'POST /mfa/verify-login': proven });
  await verifyLogin({ mfaType: 'GOOGLE_AUTH', code: '123456' });
  const here = readTokens()?.provenAt ?? NaN;
  host.provenAt = here + 1000;
  change('b1');
  expect(readTokens()?.provenAt).toBe(here + 1000);
  host.provenAt = here - 1000;
  change('b2');
  expect(readTokens()?.provenAt, 'the later one').toBe(here);
  change('b3');
  expect(changes).toEqual(['verified', 'verified', 'renewed', 'renewed']);
  host.provenAt = undefined;
});
