import { expect, test, vi } from 'vitest';

import { RefusedError } from './errors.ts';
import { type AskForProof, proveAgain, provideProof } from './step-up.ts';

const refusal = new RefusedError('', { status: 403, reference: '' });

/** Asks, and is answered when the test says so. */
function asker() {
  const answers: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const ask = vi.fn<AskForProof>(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
  );
  return { ask, answers };
}

test('Waiting actions share one step-up, and a later action asks again', async () => {
  const { ask, answers } = asker();
  const stop = provideProof(ask);
  const waiting = [
    proveAgain({ path: '/mfa/enable' }, refusal),
    proveAgain({ path: '/mfa/primary' }, refusal),
  ];
  expect(ask.mock.calls).toEqual([[{ path: '/mfa/enable' }, refusal]]);
  answers[0]?.resolve();
  await Promise.all(waiting);
  const next = proveAgain({ path: '/mfa/primary' }, refusal);
  expect(ask).toHaveBeenCalledTimes(2);
  answers[1]?.resolve();
  await next;
  stop();
});

test('Declining counts for all waiting actions, and the next action asks again', async () => {
  const { ask, answers } = asker();
  const stop = provideProof(ask);
  const waiting = [
    proveAgain({ path: '/mfa/enable' }, refusal),
    proveAgain({ path: '/mfa/primary' }, refusal),
  ];
  const declined = new Error('declined');
  answers[0]?.reject(declined);
  expect(await Promise.allSettled(waiting)).toEqual([
    { status: 'rejected', reason: declined },
    { status: 'rejected', reason: declined },
  ]);
  void proveAgain({ path: '/mfa/enable' }, refusal).catch(() => undefined);
  expect(ask).toHaveBeenCalledTimes(2);
  answers[1]?.reject(declined);
  stop();
});

test('If no dialog is registered, the refusal is thrown', async () => {
  await expect(proveAgain({ path: '/mfa/enable' }, refusal)).rejects.toBe(refusal);
});

test('Unregistering an old dialog keeps the one that replaced it', async () => {
  const first = asker();
  const second = asker();
  const stopFirst = provideProof(first.ask);
  const stopSecond = provideProof(second.ask);
  stopFirst();
  const waiting = proveAgain({ path: '/mfa/enable' }, refusal);
  expect(second.ask).toHaveBeenCalledTimes(1);
  second.answers[0]?.resolve();
  await waiting;
  stopSecond();
  await expect(proveAgain({ path: '/mfa/enable' }, refusal)).rejects.toBe(refusal);
});
