import { expect, it } from 'vitest';

import { writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { JustSetUpNotice } from './just-set-up-notice.tsx';

it('keeps "Make primary" disabled for as long as the server asks', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  const data = { isEnabled: true, enabledMethods: ['MAGIC_LINK'], primaryMethod: 'MAGIC_LINK' };
  const calls = fakeApi({
    'GET /mfa/status': { body: { success: true, data } },
    'GET /mfa/methods': { body: { success: true, data: [] } },
    'POST /mfa/primary': { status: 429, headers: { 'Retry-After': '42' } },
  });
  const screen = await renderApp(<JustSetUpNotice mfaType="PASSKEY" label="this-device" />);
  await expect.element(screen.getByText('Saved on this device.')).toBeVisible();
  const offer = screen.getByRole('button', { name: 'Make Passkey primary' });
  await offer.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/Try again in 0:4\d/);
  await expect.element(offer).toHaveAttribute('aria-disabled', 'true');
  await offer.click({ force: true });
  expect(calls('POST /mfa/primary')).toHaveLength(1);
});
