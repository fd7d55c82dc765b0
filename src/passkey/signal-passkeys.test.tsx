import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { writeTokens } from '../api/tokens.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { keepPasskeyNote } from './passkey-notes.ts';
import { removePasskeys } from './signal-passkeys.ts';

const signal = vi.fn<(options: unknown) => Promise<void>>(async () => undefined);
const listed = (ids: string[] | undefined) => ({
  body: {
    success: true,
    data: {
      challenge: 'AQ',
      rpId: 'localhost',
      ...(ids && { allowCredentials: ids.map((id) => ({ id })) }),
    },
  },
});
const failed = { status: 502, body: '<h1>Bad gateway</h1>' };
const list = 'POST /mfa/passkey/auth-options';

beforeEach(() => {
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  localStorage.clear();
  keepPasskeyNote('AQID', { label: 'x', rpId: 'localhost', userHandle: 'BAUG' });
  signal.mockClear();
  vi.stubGlobal(
    'PublicKeyCredential',
    Object.assign(() => {}, { signalAllAcceptedCredentials: signal }),
  );
});
afterEach(() => vi.unstubAllGlobals());

it('signals what the server still lists after passkeys were removed', async () => {
  fakeApi({ [list]: [listed(['AQID', 'BwgJ']), listed(['BwgJ'])] });
  await removePasskeys(async () => undefined);
  await expect
    .poll(() => signal.mock.calls)
    .toEqual([[{ rpId: 'localhost', userId: 'BAUG', allAcceptedCredentialIds: ['BwgJ'] }]]);
});

it.each([
  ['the list cannot be read afterwards', [listed(['AQID']), failed]],
  ['the server lists none of them afterwards', [listed(['AQID']), listed(undefined)]],
  ['the list could not be read before', [failed, listed([])]],
  ['this browser made none of them', [listed(['BwgJ']), listed([])]],
])('signals nothing where %s', async (_, answers) => {
  const calls = fakeApi({ [list]: answers });
  await removePasskeys(async () => undefined);
  await expect.poll(() => calls(list).length).toBeGreaterThan(0);
  await vi.waitFor(() => expect(signal).not.toHaveBeenCalled());
});

it('signals nothing where the change failed', async () => {
  const calls = fakeApi({ [list]: [listed(['AQID']), listed([])] });
  await expect(removePasskeys(() => Promise.reject(new Error('refused')))).rejects.toThrow(
    'refused',
  );
  expect(calls(list)).toHaveLength(1);
  expect(signal).not.toHaveBeenCalled();
});

it('reads no list where the browser passes no signals on', async () => {
  vi.stubGlobal('PublicKeyCredential', () => {});
  const calls = fakeApi({ [list]: listed([]) });
  await removePasskeys(async () => undefined);
  expect(calls(list)).toHaveLength(0);
});
