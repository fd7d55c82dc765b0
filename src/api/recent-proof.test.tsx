import { expect, it, onTestFinished, vi } from 'vitest';

import { askForRecentProof } from './recent-proof.ts';
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
  ['nothing is known', undefined, 1],
  ['the last proof is nine minutes old', 9, 1],
  ['the last proof is seven minutes old', 7, 0],
  ['the last proof is an hour ahead, so one of the clocks is wrong', -60, 1],
])('Where %s, a proof is asked for before the question: %s → %i', async (_when, age, times) => {
  const ask = askedFor(age === undefined ? undefined : serverNow() - age * minute);
  await askForRecentProof('/sessions/revoke-all');
  expect(ask).toHaveBeenCalledTimes(times);
});

it('A page may want a fresher one', async () => {
  const ask = askedFor(serverNow() - 2 * minute);
  await askForRecentProof('/not-me', minute);
  expect(ask.mock.calls[0]?.[0].path).toBe('/not-me');
});

it('Refreshing the session keeps when the proof was given, by the server’s clock', async () => {
  noteServerDate(new Date(Date.now() + 60 * minute).toUTCString());
  onTestFinished(() => noteServerDate(new Date().toUTCString()));
  const provenAt = serverNow();
  askedFor(provenAt);
  writeTokens({ accessToken: 'b', refreshToken: 's' }, 'renewed');
  expect(readTokens()?.provenAt).toBe(provenAt);
});
