import { beforeEach, expect, it } from 'vitest';

import { serverNow } from '../../api/server-clock.ts';
import { readTokens, writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderHook } from '../../testing/render-hook.tsx';
import { useSessions } from './use-devices.ts';
import { useActivateLink, useMagicLink } from './use-link.ts';
import { useMethods, useSession, useTurnOff, useTurnOn } from './use-methods.ts';
import { useProve, useRecentProof, useStepUp } from './use-proof.ts';
import { useAuthenticatorSetUp } from './use-set-up.ts';

const answer = (data: object) => ({ body: { success: true, data } });
const status = (enabledMethods: string[], more: object = {}) =>
  answer({
    isEnabled: enabledMethods.length > 0,
    enabledMethods,
    primaryMethod: enabledMethods[0],
    ...more,
  });
const methods = answer([
  { type: 'MAGIC_LINK', isConfigured: true, isEnabled: false },
  { type: 'GOOGLE_AUTH', isConfigured: true, isEnabled: true },
  { type: 'SMS', isEnabled: false },
]);
const read = { 'GET /mfa/status': status(['GOOGLE_AUTH']), 'GET /mfa/methods': methods };
const stale = { status: 403, body: { success: false, error_code: 'REAUTH_REQUIRED' } };
const tokens = { accessToken: 'a', refreshToken: 'r' };

beforeEach(() => writeTokens(tokens, 'signed-in'));

it('The rules of each method, the protection and what is recommended', async () => {
  fakeApi({ ...read, 'GET /mfa/status': status(['GOOGLE_AUTH'], { isEnforced: true }) });
  const { result } = await renderHook(useMethods);
  await expect.poll(() => result.current.recommendation).not.toBeUndefined();
  const { methods: listed, unknownMethods, protection, ifReset } = result.current;
  expect(listed?.map(({ type, state, actions }) => [type, state, actions])).toEqual([
    ['PASSKEY', 'unavailable', []],
    ['GOOGLE_AUTH', 'on', ['test', 'set-up-again', 'turn-off']],
    ['MAGIC_LINK', 'off', ['turn-on']],
  ]);
  expect(listed?.[1]).toMatchObject({
    isPrimary: true,
    obstacles: { 'turn-off': 'required-by-organization' },
    ifTurnedOff: { remaining: [], nextPrimary: undefined },
  });
  expect(unknownMethods).toEqual(['SMS']);
  expect(protection).toEqual({ kind: 'protected', on: 1, of: 4, primary: 'GOOGLE_AUTH' });
  expect(ifReset).toMatchObject({ hasBackupCodes: true, isRequired: true });
});

it('Nothing is asked for where nobody is signed in', async () => {
  writeTokens(undefined, 'signed-out');
  fakeApi({});
  const { result } = await renderHook(() => ({ ...useMethods(), session: useSession() }));
  expect(result.current.session.state).toBe('signed-out');
  expect(result.current.methods).toBeUndefined();
});

it.each([
  ['signed-in', status([])],
  ['signed-in', status(['PASSKEY'], { sessionVerified: true })],
  ['needs-second-step', status(['PASSKEY'], { sessionVerified: false })],
])('A session is %s as the status says', async (state, said) => {
  fakeApi({ 'GET /mfa/status': said });
  const { result } = await renderHook(useSession);
  expect(result.current.state).toBe('reading');
  await expect.poll(() => result.current.state).toBe(state);
});

it('A double click sends once, and both clicks get the outcome', async () => {
  const sent = fakeApi({ 'POST /mfa/enable': {} });
  const { result } = await renderHook(useTurnOn);
  const { run } = result.current;
  const outcomes = await Promise.all([run('MAGIC_LINK'), run('MAGIC_LINK')]);
  expect(outcomes).toEqual([
    expect.objectContaining({ isDone: true }),
    expect.objectContaining({ isDone: true }),
  ]);
  expect(sent('POST /mfa/enable')).toHaveLength(1);
  expect(result.current.run, 'the same function, for effects').toBe(run);
  await run('MAGIC_LINK');
  expect(sent('POST /mfa/enable')).toHaveLength(2);
});

it('An action that fails tells a code, and rejects nothing', async () => {
  fakeApi({ 'POST /mfa/disable': { status: 403, body: { success: false, error: 'Cannot' } } });
  const { result } = await renderHook(useTurnOff);
  const outcome = await result.current.run('PASSKEY');
  expect(outcome).toMatchObject({ isDone: false, error: { code: 'not-allowed', status: 403 } });
  await expect.poll(() => result.current.error?.code).toBe('not-allowed');
  result.current.reset();
  await expect.poll(() => result.current.error).toBeUndefined();
});

it('An action waits for a proof, and goes on once it is given', async () => {
  const sent = fakeApi({
    ...read,
    'POST /mfa/enable': [stale, {}],
    'POST /mfa/verify-login': [
      { status: 401, body: { success: false, data: { attemptsLeft: 3 } } },
      { body: { success: true, fullAccessToken: 'proven', refreshToken: 'r2' } },
    ],
  });
  const { result } = await renderHook(() => ({
    stepUp: useStepUp(),
    prove: useProve(),
    turnOn: useTurnOn(),
  }));
  const outcome = result.current.turnOn.run('MAGIC_LINK');
  await expect
    .poll(() => result.current.stepUp.waiting)
    .toEqual({ action: 'turn-on', method: 'MAGIC_LINK', reason: 'proof-is-old' });
  await expect.poll(() => result.current.prove.ways).toEqual(['code']);

  expect(await result.current.prove.byCode.run('123')).toMatchObject({
    error: { code: 'incomplete-code' },
  });
  expect(sent('POST /mfa/verify-login')).toEqual([]);
  expect(await result.current.prove.byCode.run('123 456')).toMatchObject({
    error: { code: 'wrong-code', attemptsLeft: 3 },
  });
  expect(await result.current.prove.byCode.run('１２３４５７')).toMatchObject({ isDone: true });
  expect(sent('POST /mfa/verify-login')[1]?.body).toEqual({
    mfaType: 'GOOGLE_AUTH',
    code: '123457',
  });
  expect(await outcome).toMatchObject({ isDone: true });
  expect(sent('POST /mfa/enable')[1]?.authorization).toBe('Bearer proven');
  await expect.poll(() => result.current.stepUp.waiting).toBeUndefined();
});

it('An action whose proof is declined changes nothing', async () => {
  const sent = fakeApi({ 'POST /mfa/enable': stale });
  const { result } = await renderHook(() => ({ stepUp: useStepUp(), turnOn: useTurnOn() }));
  const outcome = result.current.turnOn.run('PASSKEY');
  await expect.poll(() => result.current.stepUp.waiting).toBeDefined();
  result.current.stepUp.decline();
  expect(await outcome).toMatchObject({ isDone: false, error: { code: 'declined' } });
  expect(sent('POST /mfa/enable')).toHaveLength(1);
});

it('An action fails where nothing asks for its proof, also where what asked has gone', async () => {
  fakeApi({ 'POST /mfa/enable': stale });
  const asking = await renderHook(useStepUp);
  await asking.unmount();
  const { result } = await renderHook(useTurnOn);
  expect(await result.current.run('PASSKEY')).toMatchObject({ error: { code: 'proof-required' } });
});

it('A proof is recent after it was given, and not in another session', async () => {
  writeTokens({ ...tokens, provenAt: serverNow() }, 'verified');
  const { result } = await renderHook(useRecentProof);
  expect(result.current.isRecent).toBe(true);
  expect(await result.current.ask.run()).toMatchObject({ isDone: true });
  writeTokens(tokens, 'signed-in');
  await expect.poll(() => result.current.isRecent).toBe(false);
  expect(await result.current.ask.run()).toMatchObject({ error: { code: 'proof-required' } });
});

it('[A4][A7] A set-up gives a key and no other image, and backup codes only once it is confirmed', async () => {
  const backupCodes = ['abcd-efgh-ijkl'];
  fakeApi({
    ...read,
    'GET /mfa/status': status([]),
    'GET /user/profile': answer({ id: '1', email: 'ada@example.com' }),
    'POST /mfa/setup': answer({ secret: 'JBSWY3DP', qrCode: 'https://evil.example/', backupCodes }),
    'POST /mfa/verify-setup': [{ status: 400, body: { success: false } }, {}],
    'POST /user/refresh': { body: { success: true, accessToken: 'b', refreshToken: 'r2' } },
  });
  const { result, queryClient, unmount } = await renderHook(useAuthenticatorSetUp);
  await expect.poll(() => result.current.key?.uri).toContain('ada%40example.com');
  expect(result.current.key).toMatchObject({ secret: 'JBSWY3DP', qrCode: undefined });
  expect(await result.current.confirm.run('123456')).toMatchObject({
    error: { code: 'wrong-code' },
  });
  expect(result.current.backupCodes).toBeUndefined();
  expect(await result.current.confirm.run('654321')).toEqual({
    isDone: true,
    value: { backupCodes },
  });
  await expect.poll(() => result.current.backupCodes).toEqual(backupCodes);
  await unmount();
  await expect
    .poll(() =>
      JSON.stringify([
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ state }) => state),
      ]),
    )
    .not.toContain('JBSWY3DP');
  await expect.poll(() => queryClient.getMutationCache().getAll()).toEqual([]);
});

it('A link that was sent says when another one can be', async () => {
  fakeApi({ ...read, 'POST /mfa/magic-link/send': {} });
  const { result } = await renderHook(useMagicLink);
  expect(result.current.sent).toBeUndefined();
  const before = Date.now();
  await result.current.send.run();
  await expect.poll(() => result.current.sent).toBeDefined();
  const { expiresAt = 0, canSendAgainAt = 0 } = result.current.sent ?? {};
  expect(expiresAt - canSendAgainAt).toBe(570_000);
  expect(canSendAgainAt - before).toBeGreaterThanOrEqual(30_000);
});

it.each([
  ['done', { body: { success: true, data: { email: 'ada@example.com' } } }],
  ['no-longer-works', { status: 400, body: { success: false } }],
  ['unknown', { status: 500, body: { success: false } }],
])('The token of a link is posted once: %s', async (outcome, reply) => {
  writeTokens(undefined, 'signed-out');
  const sent = fakeApi({ 'POST /mfa/magic-link/activate': reply });
  const { result } = await renderHook(useActivateLink);
  const { run } = result.current;
  const [first] = await Promise.all([run('a.b.c'), run('a.b.c')]);
  expect(first).toMatchObject({ isDone: true, value: { outcome } });
  expect(sent('POST /mfa/magic-link/activate')).toHaveLength(1);
});

it('Sessions that could not be ended are told apart from those that were', async () => {
  const sessions = (...ids: string[]) => ({ body: { sessions: ids.map((id) => ({ id })) } });
  fakeApi({
    'GET /sessions': [sessions('1', '2', '3'), sessions('1', '3')],
    'POST /sessions/2/revoke': {},
    'POST /sessions/3/revoke': { status: 500, body: { success: false } },
  });
  const { result } = await renderHook(useSessions);
  await expect.poll(() => result.current.sessions?.length).toBe(3);
  expect(await result.current.end.run(['2', '3'])).toEqual({
    isDone: true,
    value: { left: ['3'] },
  });
  await expect.poll(() => result.current.sessions?.map(({ id }) => id)).toEqual(['1', '3']);
  expect(readTokens()).toBeDefined();
});
