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

/** A client that shows all there is to read, and what was asked for it. */
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

it('The status, the methods and the profile are read each from its own place', async () => {
  const { first } = await openClient();
  expect(first).toEqual([
    status,
    { methods: [{ type: 'PASSKEY', isAvailable: true }], unreadable: 0 },
    profile,
  ]);
});

it('The profile is read anew after 5 minutes, the rest whenever it is asked for', async () => {
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
])('Nobody waits any more for the %s once nobody wants it', async (_what, keyOf, read) => {
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
  /** Keeps the status and the methods on screen, so to speak: what is shown is read again. */
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

  it('all about the second step is read again, before the change counts as done', async () => {
    const { client, asked } = await openPage();
    await refreshMfa(client);
    expect(asked()).toEqual([2, 2, 1]);
  });

  it('the other tabs are told, and nothing but that', async () => {
    const { client } = await openPage();
    const other = new BroadcastChannel('mfa-changes');
    onTestFinished(() => other.close());
    const heard = new Promise((resolve) =>
      other.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data)),
    );
    await refreshMfa(client);
    expect(await heard).toBe('changed');
  });

  it('in another tab, it is read again here, until nobody follows', async () => {
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
