import { expect, it, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { refreshSession } from './refresh.ts';
import {
  askSiblings,
  hasLocks,
  joinSession,
  readTokens,
  sessionEra,
  writeTokens,
} from './tokens.ts';

// Removes Web Locks before any module loads, as on an insecure (HTTP) page.
vi.hoisted(() => Reflect.deleteProperty(Navigator.prototype, 'locks'));

const route = 'POST /user/refresh';
const old = { accessToken: 'old', refreshToken: 'r1', expiresAt: undefined };
const tokens = { accessToken: 'new', refreshToken: 'r2', expiresAt: undefined };
const reply = (held: typeof tokens | undefined) => {
  const channel = new BroadcastChannel('session');
  channel.postMessage({ type: 'reply', tokens: held, era: sessionEra() });
  channel.close();
};
const fakeTimeouts = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

it('A browser without locks is detected', () => {
  expect(hasLocks).toBe(false);
});

it('[A5] The session is refreshed under a lease, which is released', async () => {
  writeTokens(old, 'signed-in');
  let lease: string | null = null;
  fakeApi({
    [route]: () => {
      lease = localStorage.getItem('refresh-lease');
      return { body: { success: true, ...tokens } };
    },
  });
  expect(await refreshSession(old)).toEqual(tokens);
  expect(lease).not.toBeNull();
  expect(localStorage.getItem('refresh-lease')).toBeNull();
});

it('[A5] Tabs cannot be counted, so the first reply with newer tokens counts', async () => {
  writeTokens(old, 'signed-in');
  const asked = askSiblings();
  reply(undefined);
  reply(tokens);
  expect(await asked).toEqual(tokens);
});

it('[A5] Silent tabs are waited for one second', async () => {
  fakeTimeouts();
  let isOver = false;
  const asked = askSiblings().then((found) => {
    isOver = true;
    return found;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await asked).toBeUndefined();
  vi.useRealTimers();
});

it('[A5] A new tab joins without a lock', async () => {
  writeTokens(undefined, 'signed-out');
  const joined = joinSession();
  reply(tokens);
  await joined;
  expect(readTokens()).toEqual(tokens);
});
