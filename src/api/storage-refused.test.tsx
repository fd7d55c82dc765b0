import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { openTab } from '../testing/open-tab.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { signOut } from './account.ts';
import { clearLinkMark, readLinkMark, useSendLink } from './link-mark.ts';
import { lastSessionChange, readTokens, sessionEra, writeTokens } from './tokens.ts';

const tokens = { accessToken: 'old', refreshToken: 'r1', expiresAt: undefined };

/** From now on nothing more fits into either storage of this browser. */
function fillStorage() {
  const setItem = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('Full', 'QuotaExceededError');
  });
  onTestFinished(() => setItem.mockRestore());
}

beforeEach(() => {
  clearLinkMark();
  writeTokens(tokens, 'signed-in');
});

it('[A6] Someone whose storage is full signs out, and no token is left', async () => {
  const asked = fakeApi({ 'POST /user/logout': {} });
  const era = sessionEra();
  fillStorage();
  await signOut();
  expect(readTokens()).toBeUndefined();
  expect(lastSessionChange()).toBe('signed-out');
  expect(sessionEra()).toBe(era + 1);
  expect(sessionStorage).toHaveLength(0);
  expect(asked('POST /user/logout')).toHaveLength(1);
});

it('Someone whose storage is full signs in, for this tab', () => {
  writeTokens(undefined, 'signed-out');
  fillStorage();
  writeTokens(tokens, 'signed-in');
  expect(readTokens()).toEqual(tokens);
});

it('A sent link counts as sent even if storage is full', async () => {
  fakeApi({ 'POST /mfa/magic-link/send': {} });
  fillStorage();
  const { result, act } = await renderHook(useSendLink);
  await act(() => result.current.mutateAsync());
  expect(result.current.isSuccess).toBe(true);
  expect(readLinkMark()).toBeDefined();
});

it('A tab starts if the browser refuses locks and channels, and asks no other tab', async () => {
  const denied = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
  vi.stubGlobal('BroadcastChannel', function refuse() {
    throw new DOMException('Denied', 'SecurityError');
  });
  writeTokens(undefined, 'signed-out');
  const tab = await openTab();
  const request = vi.spyOn(navigator.locks, 'request').mockImplementation(denied);
  const query = vi.spyOn(navigator.locks, 'query').mockImplementation(denied);
  onTestFinished(() => {
    request.mockRestore();
    query.mockRestore();
    vi.unstubAllGlobals();
  });
  await tab.joinSession();
  expect(tab.readTokens()).toBeUndefined();
  tab.writeTokens(tokens, 'signed-in');
  expect(tab.readTokens()).toEqual(tokens);
});

it('A session is refreshed if the browser refuses locks', async () => {
  const calls = fakeApi({
    'POST /user/refresh': { body: { success: true, accessToken: 'new', refreshToken: 'r2' } },
  });
  const { refreshSession } = await import('./refresh.ts');
  const denied = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
  const request = vi.spyOn(navigator.locks, 'request').mockImplementation(denied);
  onTestFinished(() => request.mockRestore());
  expect(await refreshSession(tokens)).toMatchObject({ accessToken: 'new' });
  expect(calls('POST /user/refresh')).toHaveLength(1);
});
