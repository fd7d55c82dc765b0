import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Route, Routes } from 'react-router-dom';
import { beforeEach, describe, expect, it } from 'vitest';

import { provideProof } from '../../../api/step-up.ts';
import { writeTokens } from '../../../api/tokens.ts';
import { ceremonyError } from '../../../passkey/ceremony-error.ts';
import { fakeApi } from '../../../testing/fake-api.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { SetUpAuthenticatorApp } from './set-up-authenticator-app.tsx';

const secret = 'JBSWY3DPEHPK3PXP';
const backupCodes = ['k7m2p-9xq4r', 'abcde-fghjk'];
const ok = (data: unknown) => ({ body: { success: true, data } });
const routes = (isOn = false) => ({
  'GET /user/profile': ok({ id: '1', email: 'ada@example.com' }),
  'GET /mfa/status': ok({
    isEnabled: isOn,
    enabledMethods: isOn ? ['GOOGLE_AUTH'] : [],
    primaryMethod: isOn ? 'GOOGLE_AUTH' : undefined,
  }),
  'GET /mfa/methods': ok([
    { type: 'GOOGLE_AUTH', isAvailable: true, isConfigured: isOn, isEnabled: isOn },
  ]),
  'POST /mfa/setup': ok({ secret, qrCode: 'https://evil.example/', backupCodes }),
  'POST /mfa/verify-setup': {},
});

let client: QueryClient | undefined;
function Probe() {
  const queryClient = useQueryClient();
  useEffect(() => {
    client = queryClient;
  }, [queryClient]);
  return null;
}
/** Everything that the caches hold, as text. */
const cached = () =>
  JSON.stringify([
    client
      ?.getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => [queryKey, state]),
    client
      ?.getMutationCache()
      .getAll()
      .map(({ state }) => state),
  ]);

const path = '/set-up/authenticator-app';
const renderDialog = () =>
  renderApp(
    <>
      <Probe />
      <Routes>
        <Route path="/" element={<p>The settings</p>} />
        <Route path={path} element={<SetUpAuthenticatorApp />} />
      </Routes>
    </>,
    { entry: path },
  );

async function confirm(screen: Awaited<ReturnType<typeof renderDialog>>, code: string) {
  await screen.getByLabelText('Code from the app').fill(code);
  await screen.getByRole('button', { name: 'Confirm' }).click();
}

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

describe('[A7] the key and the codes in the caches', () => {
  it('are there while they are shown, and gone when the set-up is cancelled', async () => {
    const calls = fakeApi(routes());
    const screen = await renderDialog();
    await expect.element(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
    expect(cached()).toContain(secret);
    expect(calls('POST /mfa/setup')).toHaveLength(1);

    await screen.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(screen.getByText('The settings')).toBeVisible();
    await expect.poll(cached).not.toContain(secret);
    for (const code of backupCodes) expect(cached()).not.toContain(code);
  });

  it('are gone as soon as the code is confirmed, and the code with them', async () => {
    fakeApi(routes());
    const screen = await renderDialog();
    await confirm(screen, '482 913');
    await expect.element(screen.getByText(backupCodes[0] ?? '')).toBeVisible();
    for (const text of [secret, '482913', ...backupCodes])
      await expect.poll(cached).not.toContain(text);
  });
});

it('focuses the code field once the key is here, and no text that ticks describes it', async () => {
  fakeApi(routes());
  const screen = await renderDialog();
  const field = screen.getByLabelText('Code from the app');
  await expect.element(field).toHaveFocus();
  await expect.element(screen.getByText(/Next code in \d+ s/)).toBeVisible();
  await expect.element(field).not.toHaveAccessibleDescription();
});

describe('confirming', () => {
  it('sends the code without its spaces, once', async () => {
    const calls = fakeApi(routes());
    const screen = await renderDialog();
    await confirm(screen, '482 913');
    await expect.element(screen.getByText(backupCodes[0] ?? '')).toBeVisible();
    expect(calls('POST /mfa/verify-setup').map(({ body }) => body)).toEqual([
      { mfaType: 'GOOGLE_AUTH', code: '482913' },
    ]);
  });

  it.each(['169-279', '169279\u200B', '١٦٩٢٧٩', '１６９２７９'])(
    'reads %j as its six digits',
    async (typed) => {
      const calls = fakeApi(routes());
      const screen = await renderDialog();
      await confirm(screen, typed);
      await expect.element(screen.getByText(backupCodes[0] ?? '')).toBeVisible();
      expect(calls('POST /mfa/verify-setup').map(({ body }) => body)).toEqual([
        { mfaType: 'GOOGLE_AUTH', code: '169279' },
      ]);
    },
  );

  it('reads fields that were filled in without an event, and does not send text that is not a code', async () => {
    const calls = fakeApi(routes());
    const screen = await renderDialog();
    const fill = async (label: string, value: string) => {
      const field = screen.getByLabelText(label);
      await expect.element(field).toBeVisible();
      (field.element() as HTMLInputElement).value = value;
    };
    await fill('Code from the app', '169 27');
    await screen.getByRole('button', { name: 'Confirm' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('The code has six digits.');
    expect(calls('POST /mfa/verify-setup')).toHaveLength(0);
    await fill('Code from the app', '169279');
    await screen.getByRole('button', { name: 'Confirm' }).click();
    await screen.getByRole('button', { name: "I've saved them" }).click();
    await fill('One of your backup codes', 'K7M2P–9XQ4R');
    await screen.getByRole('button', { name: 'Finish' }).click();
    await expect.element(screen.getByText('One of your backup codes')).not.toBeInTheDocument();
  });

  it('says that the old app still works when the server refuses', async () => {
    fakeApi({ ...routes(true), 'POST /mfa/verify-setup': { status: 403, body: '{}' } });
    const screen = await renderDialog();
    await expect.element(screen.getByText(/This replaces the authenticator app/)).toBeVisible();
    await confirm(screen, '482913');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Your old app still works.');
  });

  it('says that the result is unknown when neither the answer nor the state can be read', async () => {
    const lost = { status: 502, body: '<h1>Bad gateway</h1>' };
    const { 'GET /mfa/status': status, ...others } = routes();
    let isDown = false;
    fakeApi({
      ...others,
      'GET /mfa/status': () => (isDown ? lost : status),
      'POST /mfa/verify-setup': () => {
        isDown = true;
        return lost;
      },
    });
    const screen = await renderDialog();
    await confirm(screen, '482913');
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent("We couldn't tell whether that worked.");
  });
});

it('reports no failure when the person cancels the step-up, and starts again on request', async () => {
  const takeBack = provideProof(() => Promise.reject(ceremonyError('cancelled')));
  const { 'POST /mfa/setup': answer, ...others } = routes();
  const calls = fakeApi({
    ...others,
    'POST /mfa/setup': [
      { status: 403, body: { success: false, error_code: 'REAUTH_REQUIRED' } },
      answer,
    ],
  });
  const screen = await renderDialog();
  await expect.element(screen.getByText('Canceled. Nothing changed.')).toBeVisible();
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  expect(calls('POST /mfa/setup')).toHaveLength(1);
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  takeBack();
});
