import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { openSilentTab } from '../testing/open-tab.ts';
import { endSession, isExpiring, refreshSession } from './refresh.ts';
import { noteServerDate } from './server-clock.ts';
import { joinSession, lastSessionChange, readTokens, sessionEra, writeTokens } from './tokens.ts';

const route = 'POST /user/refresh';
const old = { accessToken: 'old', refreshToken: 'r1', expiresAt: undefined };
const renewed = { body: { success: true, accessToken: 'new', refreshToken: 'r2' } };
const newTokens = { accessToken: 'new', refreshToken: 'r2', expiresAt: undefined };

/** An answer that comes when the test says so. */
function later() {
  let answer: (reply: Reply) => void = () => {};
  const reply = () => new Promise<Reply>((resolve) => (answer = resolve));
  return { reply, answer: (given: Reply) => answer(given) };
}

beforeAll(() => joinSession());
beforeEach(() => writeTokens(old, 'signed-in'));
afterEach(() => vi.useRealTimers());

describe('[A5] tokens are refreshed before they expire', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  it.each([
    ['a minute before it', now + 60_000, false],
    ['within the last minute', now + 59_999, true],
    ['after it', now - 1, true],
    ['never, where they say no end', undefined, false],
    ['never, where their end is null', null, false],
  ])('%s', (_when, expiresAt, isDue) => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    noteServerDate(new Date(now).toUTCString());
    expect(isExpiring({ ...old, expiresAt })).toBe(isDue);
  });

  it('by the server’s clock', () => {
    vi.useFakeTimers({ now, toFake: ['Date'] });
    noteServerDate(new Date(now + 3_600_000).toUTCString());
    expect(isExpiring({ ...old, expiresAt: now + 3_600_000 + 60_000 })).toBe(false);
    expect(isExpiring({ ...old, expiresAt: now + 120_000 })).toBe(true);
    noteServerDate(new Date(now).toUTCString());
  });
});

describe('[A5] refreshing the session', () => {
  it('returns the new tokens and notifies every listener', async () => {
    const calls = fakeApi({ [route]: renewed });
    expect(await refreshSession(old)).toEqual(newTokens);
    expect(calls(route)).toEqual([
      { authorization: null, body: { refreshToken: 'r1', refresh_token: 'r1' } },
    ]);
    expect(readTokens()).toEqual(newTokens);
    expect(lastSessionChange()).toBe('renewed');
  });

  it('happens once for concurrent callers, and again for later ones', async () => {
    const calls = fakeApi({ [route]: renewed });
    const [one, other] = await Promise.all([refreshSession(old), refreshSession(old)]);
    expect(one).toBe(other);
    expect(calls(route)).toHaveLength(1);
    await refreshSession(newTokens);
    expect(calls(route)).toHaveLength(2);
  });

  it('does not happen if the refused tokens have been replaced since', async () => {
    const calls = fakeApi({ [route]: renewed });
    expect(await refreshSession({ ...old, accessToken: 'older' })).toEqual(old);
    writeTokens(undefined, 'signed-out');
    expect(await refreshSession(old)).toBeUndefined();
    expect(calls(route)).toHaveLength(0);
  });

  it('does not happen if another tab has newer tokens', async () => {
    const calls = fakeApi({ [route]: renewed });
    const { channel, asked } = await openSilentTab();
    const refreshing = refreshSession(old);
    await expect.poll(() => asked).toHaveBeenCalled();
    const tokens = { ...newTokens, accessToken: 'from another' };
    channel.postMessage({ type: 'reply', tokens, era: sessionEra() });
    expect(await refreshing).toEqual(tokens);
    expect(readTokens()).toEqual(tokens);
    expect(lastSessionChange()).toBe('renewed');
    expect(calls(route)).toHaveLength(0);
  });

  it.each([
    ['renewed', { ...old, accessToken: 'x' }],
    ['signed-out', undefined],
  ] as const)(
    'does not undo what happened while others were asked: %s',
    async (change, meanwhile) => {
      const calls = fakeApi({ [route]: renewed });
      const { channel, asked } = await openSilentTab();
      const refreshing = refreshSession(old);
      await expect.poll(() => asked).toHaveBeenCalled();
      writeTokens(meanwhile, change);
      channel.postMessage({ type: 'reply', tokens: undefined, era: sessionEra() });
      expect(await refreshing).toEqual(meanwhile);
      expect(readTokens()).toEqual(meanwhile);
      expect(calls(route)).toHaveLength(0);
    },
  );

  it.each([
    ['signed-in', { ...old, accessToken: 'x' }],
    ['signed-out', undefined],
  ] as const)(
    '[A6] does not undo what happened while it was on its way: %s',
    async (change, meanwhile) => {
      const { reply, answer } = later();
      const calls = fakeApi({ [route]: reply });
      const refreshing = refreshSession(old);
      await expect.poll(() => calls(route)).toHaveLength(1);
      writeTokens(meanwhile, change);
      answer(renewed);
      expect(await refreshing).toEqual(meanwhile);
      expect(readTokens()).toEqual(meanwhile);
      expect(lastSessionChange()).toBe(change);
    },
  );

  it.each([400, 401, 403, 499])(
    'ends the session where the server refuses with %i',
    async (status) => {
      fakeApi({ [route]: { status, body: { success: false } } });
      expect(await refreshSession(old)).toBeUndefined();
      expect(readTokens()).toBeUndefined();
      expect(lastSessionChange()).toBe('expired');
    },
  );

  it.each([
    [429, { success: false }, 'refused'],
    [500, { success: false }, 'refused'],
    [200, '<html></html>', 'unreadable'],
    [400, '<html></html>', 'unreadable'],
  ])('signs nobody out for a %i with %j', async (status, body, kind) => {
    const calls = fakeApi({ [route]: { status, body } });
    await expect(refreshSession(old)).rejects.toMatchObject({ kind });
    expect(readTokens()).toEqual(old);
    expect(calls(route)).toHaveLength(1);
  });
});

describe('[A5] one tab at a time refreshes', () => {
  /** Another tab that is renewing, until the test says so. */
  async function holdLock() {
    let release: () => void = () => {};
    await new Promise<void>((granted) => {
      void navigator.locks.request('session-refresh', () => {
        granted();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
    return () => release();
  }
  const waiting = async () =>
    (await navigator.locks.query()).pending?.filter(({ name }) => name === 'session-refresh');

  it('so this one waits for the other', async () => {
    const calls = fakeApi({ [route]: renewed });
    const release = await holdLock();
    const refreshing = refreshSession(old);
    await expect.poll(waiting).toHaveLength(1);
    expect(calls(route)).toHaveLength(0);
    release();
    expect(await refreshing).toEqual(newTokens);
  });

  it('and waits 25 s for another tab that hangs', async () => {
    const calls = fakeApi({ [route]: renewed });
    const release = await holdLock();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refreshing = refreshSession(old);
    vi.advanceTimersByTime(24_999);
    // The abort of a request for a lock is told in a task of its own.
    await navigator.locks.query();
    expect(calls(route)).toHaveLength(0);
    vi.advanceTimersByTime(1);
    expect(await refreshing).toEqual(newTokens);
    release();
  });

  it('and never starts a second refresh, however long its answer takes', async () => {
    const { reply, answer } = later();
    const calls = fakeApi({ [route]: reply });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const refreshing = refreshSession(old);
    await vi.waitUntil(() => calls(route).length === 1);
    expect(vi.getTimerCount()).toBe(0);
    answer(renewed);
    expect(await refreshing).toEqual(newTokens);
  });
});

describe('[A6] a session that the server no longer accepts', () => {
  it('ends in every tab', () => {
    const era = sessionEra();
    endSession();
    expect(readTokens()).toBeUndefined();
    expect(lastSessionChange()).toBe('expired');
    expect(sessionEra()).toBe(era + 1);
  });

  it('ends once: nobody who signed out reads that the session expired', () => {
    writeTokens(undefined, 'signed-out');
    endSession();
    expect(lastSessionChange()).toBe('signed-out');
  });
});
