import { Route, Routes } from 'react-router-dom';
import { beforeEach, expect, it } from 'vitest';

import { provideProof } from '../../../api/step-up.ts';
import { writeTokens } from '../../../api/tokens.ts';
import { ceremonyError } from '../../../passkey/ceremony-error.ts';
import { fakeApi, type Reply } from '../../../testing/fake-api.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { TurnOffMethod } from './turn-off-method.tsx';

const account = (...on: string[]) => ({
  'GET /mfa/status': {
    body: {
      success: true,
      data: { isEnabled: on.length > 0, enabledMethods: on, primaryMethod: on[0] },
    },
  },
  'GET /mfa/methods': {
    body: {
      success: true,
      data: ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'].map((type) => ({
        type,
        isAvailable: true,
        isConfigured: true,
        isEnabled: on.includes(type),
      })),
    },
  },
});

/** An account with a passkey and an app, until `disable` succeeds. */
function fakeAccount(disable: () => Reply) {
  const before = account('PASSKEY', 'GOOGLE_AUTH');
  const after = account('GOOGLE_AUTH');
  let isDone = false;
  return fakeApi({
    'GET /mfa/status': () => (isDone ? after : before)['GET /mfa/status'],
    'GET /mfa/methods': () => (isDone ? after : before)['GET /mfa/methods'],
    'POST /mfa/disable': () => {
      const reply = disable();
      isDone = (reply.status ?? 200) === 200;
      return reply;
    },
  });
}

const renderDialog = () =>
  renderApp(
    <Routes>
      <Route path="/" element={<p>The settings</p>} />
      <Route path="/turn-off/passkey" element={<TurnOffMethod mfaType="PASSKEY" />} />
    </Routes>,
    { entry: '/turn-off/passkey' },
  );

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

it('says which methods remain, which one becomes primary, and that passkeys are kept', async () => {
  const calls = fakeAccount(() => ({}));
  const screen = await renderDialog();
  const dialog = screen.getByRole('alertdialog', { name: 'Turn off Passkey?' });
  await expect.element(dialog).toHaveTextContent("You'll still have: Authenticator app");
  await expect
    .element(dialog)
    .toHaveTextContent('Authenticator app will become your primary method');
  await expect.element(dialog).toHaveTextContent("Your passkey isn't deleted");

  await screen.getByRole('button', { name: 'Turn off Passkey' }).click();
  await expect.element(screen.getByText('The settings')).toBeVisible();
  expect(calls('POST /mfa/disable').map(({ body }) => body)).toEqual([{ mfaType: 'PASSKEY' }]);
});

it('reports no failure when the person cancels the step-up', async () => {
  const takeBack = provideProof(() => Promise.reject(ceremonyError('cancelled')));
  fakeAccount(() => ({ status: 403, body: { success: false, error_code: 'REAUTH_REQUIRED' } }));
  const screen = await renderDialog();
  await screen.getByRole('button', { name: 'Turn off Passkey' }).click();
  await expect.element(screen.getByText('Canceled. Nothing changed.')).toBeVisible();
  await expect.element(screen.getByText('Passkey is still on.')).not.toBeInTheDocument();
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  takeBack();
});
