import { beforeEach, expect, it } from 'vitest';

import { writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { OwnedDetail } from './owned-detail.tsx';

const authOptions = 'POST /mfa/passkey/auth-options';
const options = {
  challenge: 'AAAA',
  rpId: 'localhost',
  userVerification: 'required',
  timeout: 60_000,
  allowCredentials: [
    { id: 'b25l', type: 'public-key' },
    { id: 'dHdv', type: 'public-key' },
  ],
};

beforeEach(() => {
  localStorage.clear();
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
});

it('says how many passkeys the account has', async () => {
  fakeApi({ [authOptions]: { body: { success: true, data: options } } });
  const screen = await renderApp(<OwnedDetail mfaType="PASSKEY" />);
  await expect.element(screen.getByText('2 passkeys')).toBeVisible();
});

it('asks for nothing while a dialog is open, as a new challenge would void the one it may use', async () => {
  const calls = fakeApi({ [authOptions]: { body: { success: true, data: options } } });
  const screen = await renderApp(<OwnedDetail mfaType="PASSKEY" />, { entry: '/turn-off/passkey' });
  await expect.element(screen.getByRole('link', { name: 'Manage passkeys' })).toBeVisible();
  expect(calls(authOptions)).toEqual([]);
});
