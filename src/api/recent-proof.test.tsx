import { expect, it, onTestFinished, vi } from 'vitest';

import { askForRecentProof, isProofRecent } from './recent-proof.ts';
import { noteServerDate, serverNow } from './server-clock.ts';
import { type AskForProof, provideProof } from './step-up.ts';
import { readTokens, writeTokens } from './tokens.ts';

const tokens = { accessToken: 'a', refreshToken: 'r' };
const minute = 60_000;

function askedFor(provenAt: number | undefined) {
  const ask = vi.fn<AskForProof>(() => Promise.resolve());
  onTestFinished(provideProof(ask));
  writeTokens({ ...tokens, provenAt }, 'signed-in');
  return ask;
}

it.each([
  ['nothing is known', undefined, false],
  ['the last proof is nine minutes old', 9, false],
  ['the last proof is seven minutes old', 7, true],
  ['the last proof is an hour ahead, so one of the clocks is wrong', -60, false],
])('Where %s, a proof counts as recent: %s → %s', (_when, age, isRecent) => {
  askedFor(age === undefined ? undefined : serverNow() - age * minute);
  expect(isProofRecent()).toBe(isRecent);
});

it.each([
  ['is asked for where the last one is too old', 2, 1],
  ['is not asked for again where the last one is fresh', 0.5, 0],
])('A fresh proof %s', async (_what, age, times) => {
  const ask = askedFor(serverNow() - age * minute);
  await askForRecentProof('/not-me', minute);
  expect(ask.mock.calls.map(([{ path }]) => path)).toEqual(Array(times).fill('/not-me'));
});

it('Refreshing the session keeps when the proof was given, by the server’s clock', async () => {
  noteServerDate(new Date(Date.now() + 60 * minute).toUTCString());
  onTestFinished(() => noteServerDate(new Date().toUTCString()));
  const provenAt = serverNow();
  askedFor(provenAt);
  writeTokens({ accessToken: 'b', refreshToken: 's' }, 'renewed');
  expect(readTokens()?.provenAt).toBe(provenAt);
});
