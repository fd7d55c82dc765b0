import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { getProfile } from './account.ts';
import { activateMagicLink } from './activate.ts';
import { closeEarly, isSentEarly } from './early.ts';
import { askEarly } from './early-script.ts';
import { clearLinkMark, leaveLinkMark } from './link-mark.ts';
import { getMethods, getStatus } from './mfa.ts';
import { send } from './send.ts';
import { deviceSkewSeconds } from './server-clock.ts';
import { readTokens, sessionEra, writeTokens } from './tokens.ts';

const activate = 'POST /mfa/magic-link/activate';
const link = '/activate?token=aaa.bbb.ccc';
const ada = { id: '1', email: 'ada@example.com' };
const tokens = { accessToken: 'a', refreshToken: 'r', user: ada };
const answers = {
  'GET /mfa/status': { body: { data: { isEnabled: false, enabledMethods: [] } } },
  'GET /mfa/methods': { body: { data: [] } },
  'GET /user/profile': { body: { data: ada } },
};
const reads = Object.keys(answers);

/** Loads a page of the app, as far as the early script. */
function open(address: string) {
  const here = window.location.href;
  window.history.replaceState(null, '', address);
  askEarly();
  onTestFinished(() => {
    window.history.replaceState(null, '', here);
    delete window.early;
    delete document.documentElement.dataset['shell'];
  });
}

/** Until the early script has asked the other tabs, and they have replied. */
async function decided() {
  await navigator.locks.query();
  const [one, other] = [new BroadcastChannel('session'), new BroadcastChannel('session')];
  const heard = new Promise((resolve) => other.addEventListener('message', resolve));
  one.postMessage({ type: 'nothing' });
  await heard;
  one.close();
  other.close();
}

/** This page's own tokens module replies as another tab would; this is the lock of such a tab. */
async function lockAsTab() {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await new Promise<void>((locked) => {
    void navigator.locks.request('session-tab', { mode: 'shared' }, () => {
      locked();
      return released;
    });
  });
  onTestFinished(() => release());
}

beforeEach(() => {
  clearLinkMark();
  writeTokens(tokens, 'signed-in');
});

describe('What the settings page reads first', () => {
  it.each(['/', '/set-up/passkey', '/turn-off/magic-link', '/test/passkey', '/passkeys', '/reset'])(
    'is asked for at %s before the app runs, and again only when the app asks again',
    async (address) => {
      const calls = fakeApi(answers);
      open(address);
      for (const read of reads) expect(calls(read)).toMatchObject([{ authorization: 'Bearer a' }]);
      expect(document.documentElement.dataset['shell']).toBe('settings');
      closeEarly();
      expect(await getStatus()).toMatchObject({ isEnabled: false });
      expect(await getMethods()).toMatchObject({ methods: [] });
      expect(await getProfile()).toMatchObject(ada);
      for (const read of reads) expect(calls(read)).toHaveLength(1);
      await getStatus();
      expect(calls('GET /mfa/status')).toHaveLength(2);
    },
  );

  it.each([
    '/sign-in',
    '/sign-in/second-step',
    '/organization',
    '/activate',
    '/set-up',
    '/nowhere',
  ])('is not asked for at %s', (address) => {
    fakeApi({});
    open(address);
    expect(document.documentElement.dataset['shell']).toBeUndefined();
  });

  it('is not asked for where nobody is signed in, nor with tokens of an ended session', () => {
    fakeApi({});
    const ended = `session-${sessionEra()}`;
    const kept = sessionStorage.getItem(ended) ?? '';
    writeTokens(undefined, 'signed-out');
    open('/');
    expect(document.documentElement.dataset['shell']).toBeUndefined();
    sessionStorage.setItem(ended, kept);
    open('/');
    expect(document.documentElement.dataset['shell']).toBeUndefined();
  });

  it('waits for the app where the tokens are about to expire', () => {
    fakeApi({});
    writeTokens({ ...tokens, expiresAt: Date.now() + 59_000 }, 'renewed');
    open('/');
    expect(document.documentElement.dataset['shell']).toBe('settings');
  });

  it('and what is stored is no session, so nothing is asked for', () => {
    fakeApi({});
    sessionStorage.setItem(`session-${sessionEra()}`, '{');
    open('/');
    expect(document.documentElement.dataset['shell']).toBeUndefined();
  });

  it('is refused with a 401: one refresh, and one replay', async () => {
    const renewed = { accessToken: 'b', refreshToken: 's' };
    const calls = fakeApi({
      ...answers,
      'GET /mfa/status': [{ status: 401 }, answers['GET /mfa/status']],
      'POST /user/refresh': { body: renewed },
    });
    open('/');
    closeEarly();
    expect(await getStatus()).toMatchObject({ isEnabled: false });
    expect(calls('POST /user/refresh')).toHaveLength(1);
    const used = calls('GET /mfa/status').map(({ authorization }) => authorization);
    expect(used).toEqual(['Bearer a', 'Bearer b']);
  });

  it('[A6] is forgotten when somebody signs out, or in as somebody else', async () => {
    const calls = fakeApi(answers);
    open('/');
    closeEarly();
    writeTokens(undefined, 'signed-out');
    expect(window.early?.calls).toEqual([]);
    writeTokens({ ...tokens, accessToken: 'b' }, 'signed-in');
    await getStatus();
    const used = calls('GET /mfa/status').map(({ authorization }) => authorization);
    expect(used).toEqual(['Bearer a', 'Bearer b']);
  });

  it('tells the time at which it came, not at which the app read it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_000_000 });
    onTestFinished(() => void vi.useRealTimers());
    const headers = { Date: new Date(1_700_000_000_000).toUTCString() };
    fakeApi({ ...answers, 'GET /mfa/status': { ...answers['GET /mfa/status'], headers } });
    open('/');
    await window.early?.calls[0]?.fetched;
    vi.setSystemTime(1_700_000_009_000);
    await getStatus();
    expect(deviceSkewSeconds()).toBeCloseTo(0);
  });

  it('got lost while there was a connection, and does not count as never sent', async () => {
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    onTestFinished(() => isOnline.mockRestore());
    fakeApi({ ...answers, 'GET /mfa/status': new TypeError('Failed to fetch') });
    open('/');
    isOnline.mockReturnValue(false);
    const lost = send({ method: 'GET', path: '/mfa/status' }, 'a');
    await expect(lost).rejects.toMatchObject({ reason: 'network' });
  });
});

describe('[A1] An emailed link', () => {
  const signedOut = () => writeTokens(undefined, 'signed-out');
  /** A new tab, which has no session of its own. */
  const inNewTab = () => sessionStorage.clear();

  it.each<[string, (() => void | Promise<void>)[]]>([
    ['in the tab of the person who asked', [() => leaveLinkMark(Date.now(), '1', true)]],
    ['where that person has signed out', [() => leaveLinkMark(Date.now(), '1', true), signedOut]],
    [
      'in a new tab of the browser of that person',
      [() => leaveLinkMark(Date.now(), '1', true), inNewTab, lockAsTab],
    ],
  ])('is posted %s, once, and leaves the address before', async (_where, prepare) => {
    for (const step of prepare) await step();
    const addresses: string[] = [];
    const calls = fakeApi({
      [activate]: () => {
        addresses.push(window.location.href);
        return {};
      },
    });
    open(link);
    await expect
      .poll(() => calls(activate))
      .toEqual([{ authorization: null, body: { token: 'aaa.bbb.ccc' } }]);
    expect(addresses[0]).toMatch(/\/activate$/);
    expect(closeEarly()).toEqual({ token: 'aaa.bbb.ccc', isPosted: false });
    expect(isSentEarly('/mfa/magic-link/activate')).toBe(true);
    await activateMagicLink('aaa.bbb.ccc');
    expect(calls(activate)).toHaveLength(1);
  });

  it('posted early has its answer kept when the new tab joins the session', async () => {
    signedOut();
    leaveLinkMark(Date.now(), '1', true);
    const calls = fakeApi({ [activate]: {} });
    open(link);
    await expect.poll(() => calls(activate)).toHaveLength(1);
    closeEarly();
    writeTokens(tokens, 'renewed');
    await activateMagicLink('aaa.bbb.ccc');
    expect(calls(activate)).toHaveLength(1);
  });

  it.each<[string, (() => void | Promise<void>)[]]>([
    ['in a browser that asked for none', []],
    ['where somebody else is signed in', [() => leaveLinkMark(Date.now(), '2', true)]],
    ['where magic links may have been on before', [() => leaveLinkMark(Date.now(), '1', false)]],
    [
      'more than ten minutes after it was asked for',
      [
        () => {
          const mark = leaveLinkMark(Date.now(), '1', true);
          const old = { ...mark, sentAt: Date.now() - 10 * 60_000 };
          localStorage.setItem('magic-link-sent', JSON.stringify(old));
        },
      ],
    ],
    [
      'in a new tab, where somebody else is signed in',
      [() => leaveLinkMark(Date.now(), '2', true), inNewTab, lockAsTab],
    ],
    [
      'in a new tab, where the other tabs do not say who is signed in',
      [() => leaveLinkMark(Date.now(), '1', true), signedOut, lockAsTab],
    ],
  ])('is left to the app %s', async (_where, prepare) => {
    for (const step of prepare) await step();
    fakeApi({});
    open(link);
    await decided();
    expect(window.early?.calls).toEqual([]);
  });

  it('is left to the app that has started meanwhile', async () => {
    leaveLinkMark(Date.now(), '1', true);
    inNewTab();
    await lockAsTab();
    fakeApi({});
    open(link);
    closeEarly();
    await decided();
    expect(window.early?.calls).toEqual([]);
    expect(readTokens()).toEqual(tokens);
  });

  it.each(['/activate?token=aaa.bbb', `/activate?token=${'a'.repeat(4096)}.b.c`, '/?token=a.b.c'])(
    'that is none, or at an address that is not for one, is not posted: %#',
    async (address) => {
      leaveLinkMark(Date.now(), '1', true);
      const calls = fakeApi(answers);
      open(address);
      await decided();
      expect(calls(activate)).toHaveLength(0);
      expect(window.location.href).not.toContain('token');
    },
  );
});
