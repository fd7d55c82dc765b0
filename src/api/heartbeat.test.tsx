import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { deviceQueries } from './devices.ts';
import { followActivity } from './heartbeat.ts';
import { mfaQueries } from './mfa.ts';
import { createQueryClient } from './query-client.ts';
import { writeTokens } from './tokens.ts';

const route = 'POST /sessions/s1/heartbeat';
const minute = 60_000;
const queryClient = createQueryClient();
const full = {
  isEnabled: false,
  isRequired: false,
  isEnforced: false,
  enabledMethods: [],
  sessionVerified: true,
};

/** One tab follows one person for as long as it is open, so each test is an hour after the last. */
let hour = 0;
let passed = 0;
const press = () => window.dispatchEvent(new KeyboardEvent('keydown'));
const wait = (minutes: number) => (passed += minutes * minute);

function begin(status: object = full, tokens: { tokenId?: string } = { tokenId: 's1' }) {
  const now = Date.now();
  hour += 60 * minute;
  passed = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + hour + passed);
  onTestFinished(() => clock.mockRestore());
  writeTokens({ accessToken: 'a', refreshToken: 'r', ...tokens }, 'signed-in');
  queryClient.setQueryData(mfaQueries.status().queryKey, { ...full, ...status });
  const calls = fakeApi({ [route]: { body: { success: true } } });
  followActivity(queryClient);
  return () => calls(route).length;
}

beforeEach(() => queryClient.clear());

it('Somebody who uses the page keeps their session, with one heartbeat in five minutes', async () => {
  const sent = begin();
  for (let index = 0; index < 20; index += 1) press();
  window.dispatchEvent(new PointerEvent('pointerdown'));
  await expect.poll(sent).toBe(1);
  wait(4);
  press();
  expect(sent()).toBe(1);
  wait(1);
  window.dispatchEvent(new PointerEvent('pointerdown'));
  await expect.poll(sent).toBe(2);
});

it('Nobody at the page sends none, however long it stays open', async () => {
  const sent = begin();
  press();
  await expect.poll(sent).toBe(1);
  wait(59);
  window.dispatchEvent(new Event('focus'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(sent()).toBe(1);
});

it('A page that nobody sees sends none', () => {
  const sent = begin();
  wait(6);
  const before = sent();
  const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  onTestFinished(() => seen.mockRestore());
  press();
  expect(sent()).toBe(before);
});

it.each([
  ['whose second step is still to come', { sessionVerified: false }],
  ['that must set up a method first', { isEnforced: true, isEnabled: false }],
])('A session %s sends none, because it may not', (_which, status) => {
  const sent = begin(status);
  press();
  expect(sent()).toBe(0);
});

it('Where the sign-in gave no id, the list of sessions says which is the caller’s', async () => {
  const sent = begin(full, {});
  press();
  expect(sent()).toBe(0);
  const entries = [{ id: 's0' }, { id: 's1', isCurrent: true }];
  queryClient.setQueryData(deviceQueries.sessions().queryKey, { entries, unreadable: 0 });
  press();
  await expect.poll(sent).toBe(1);
});

it('Whoever has signed out sends none', () => {
  const sent = begin();
  wait(6);
  const before = sent();
  writeTokens(undefined, 'signed-out');
  press();
  expect(sent()).toBe(before);
});

it('A failed heartbeat is nobody’s trouble: a later input sends another', async () => {
  begin();
  wait(6);
  const failing = fakeApi({ [route]: [{ status: 500 }, new TypeError('network'), {}] });
  for (const count of [1, 2, 3]) {
    press();
    await expect.poll(() => failing(route).length).toBe(count);
    wait(6);
  }
});
