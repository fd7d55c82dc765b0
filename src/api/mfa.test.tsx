import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { followChanges, refreshMfa, mfaQueries } from './mfa.ts';
import { profileQuery } from './account.ts';
import { createQueryClient } from './query-client.ts';
import { writeTokens } from './tokens.ts';

const status = {
  isEnabled: true,
  isRequired: false,
  isEnforced: false,
  enabledMethods: ['PASSKEY'],
  sessionVerified: true,
};
const profile = { id: '1', email: 'ada@example.com' };
const answered = (data: unknown) => ({ body: { success: true, data } });

/** A client that has read everything, and the number of calls per route. */
async function openClient() {
  const calls = fakeApi({
    'GET /mfa/status': answered(status),
    'GET /mfa/methods': answered(['PASSKEY']),
    'GET /user/profile': answered(profile),
  });
  const client = createQueryClient();
  onTestFinished(() => client.clear());
  const read = () =>
    Promise.all([
      client.query(mfaQueries.status()),
      client.query(mfaQueries.methods()),
      client.query(profileQuery()),
    ]);
  const asked = () =>
    ['GET /mfa/status', 'GET /mfa/methods', 'GET /user/profile'].map(
      (route) => calls(route).length,
    );
  return { client, read, asked, first: await read() };
}

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

it('The status, the methods and the profile each come from their own call', async () => {
  const { first } = await openClient();
  expect(first).toEqual([
    status,
    { methods: [{ type: 'PASSKEY', isAvailable: true }], unreadable: 0 },
    profile,
  ]);
});

it('The profile is refetched after 5 minutes, the rest on every use', async () => {
  const { read, asked } = await openClient();
  const start = Date.now();
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime(start + 5 * 60_000 - 1000);
  await read();
  expect(asked()).toEqual([2, 2, 1]);
  vi.setSystemTime(start + 5 * 60_000 + 5000);
  await read();
  expect(asked()).toEqual([3, 3, 2]);
});

type Client = ReturnType<typeof createQueryClient>;
it.each([
  [
    'status',
    () => mfaQueries.status().queryKey,
    (client: Client) => client.query(mfaQueries.status()),
  ],
  [
    'methods',
    () => mfaQueries.methods().queryKey,
    (client: Client) => client.query(mfaQueries.methods()),
  ],
  ['profile', () => profileQuery().queryKey, (client: Client) => client.query(profileQuery())],
])('The request for the %s is aborted when its query is cancelled', async (_what, keyOf, read) => {
  let signal: AbortSignal | null | undefined;
  const fetched = vi.spyOn(window, 'fetch').mockImplementation((_, init) => {
    signal = init?.signal;
    return new Promise<Response>(() => {});
  });
  onTestFinished(() => fetched.mockRestore());
  const client = createQueryClient();
  void read(client).catch(() => undefined);
  await expect.poll(() => signal).toBeDefined();
  expect(signal?.aborted).toBe(false);
  await client.cancelQueries({ queryKey: keyOf() });
  expect(signal?.aborted).toBe(true);
});

describe('After a change of a method', () => {
  /** Observes the queries as a page does, because only observed queries are refetched. */
  async function openPage() {
    const opened = await openClient();
    const { client } = opened;
    const shown = { refetchOnMount: false };
    const status = new QueryObserver(client, { ...mfaQueries.status(), ...shown });
    const methods = new QueryObserver(client, { ...mfaQueries.methods(), ...shown });
    onTestFinished(status.subscribe(() => {}));
    const profile = new QueryObserver(client, { ...profileQuery(), ...shown });
    onTestFinished(methods.subscribe(() => {}));
    onTestFinished(profile.subscribe(() => {}));
    return opened;
  }

  it('everything about the second step is refetched before the change counts as done', async () => {
    const { client, asked } = await openPage();
    await refreshMfa(client);
    expect(asked()).toEqual([2, 2, 1]);
  });

  it('the other tabs hear that something changed, and nothing else', async () => {
    const { client } = await openPage();
    const other = new BroadcastChannel('mfa-changes');
    onTestFinished(() => other.close());
    const heard = new Promise((resolve) =>
      other.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data)),
    );
    await refreshMfa(client);
    expect(await heard).toBe('changed');
  });

  it('while this tab was loading, this tab refetches as soon as it follows', async () => {
    const { client, asked } = await openPage();
    localStorage.setItem('mfa-changed', String(performance.timeOrigin - 1));
    followChanges(client)();
    expect(client.isFetching()).toBe(0);
    localStorage.setItem('mfa-changed', String(performance.timeOrigin + 1));
    onTestFinished(() => localStorage.removeItem('mfa-changed'));
    followChanges(client)();
    await expect.poll(asked).toEqual([2, 2, 1]);
  });

  it('in another tab, this tab refetches until it stops following', async () => {
    const { client, asked } = await openPage();
    const other = new BroadcastChannel('mfa-changes');
    onTestFinished(() => other.close());
    const stop = followChanges(client);
    other.postMessage('changed');
    await expect.poll(asked).toEqual([2, 2, 1]);
    stop();
    const heard = vi.spyOn(client, 'invalidateQueries');
    const still = followChanges(createQueryClient());
    onTestFinished(still);
    other.postMessage('changed');
    // Messages on one channel arrive in order, so both were over when this one comes back.
    const back = new Promise((resolve) => other.addEventListener('message', resolve));
    await refreshMfa(createQueryClient());
    await back;
    expect(heard).not.toHaveBeenCalled();
  });
});
