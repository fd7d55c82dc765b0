import { beforeEach, expect, it, vi } from 'vitest';

import { serverNow } from '../api/server-clock.ts';
import { writeTokens } from '../api/tokens.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { ProveFirst } from './prove-first.tsx';

const call = { path: '/mfa/disable', body: { mfaType: 'MAGIC_LINK' } };

beforeEach(() => {
  localStorage.clear();
  writeTokens({ accessToken: 'a', refreshToken: 'r', expiresAt: undefined }, 'signed-in');
});

async function open() {
  fakeApi({
    'GET /mfa/status': {
      body: {
        success: true,
        data: { isEnabled: true, enabledMethods: ['GOOGLE_AUTH'], primaryMethod: 'GOOGLE_AUTH' },
      },
    },
    'POST /mfa/verify-login': {
      body: { success: true, fullAccessToken: 'full', refreshToken: 'r2' },
    },
  });
  const onDeclined = vi.fn<() => void>();
  const screen = await renderApp(
    <ProveFirst call={call} onDeclined={onDeclined}>
      <p>Turn it off?</p>
    </ProveFirst>,
  );
  const question = screen.getByRole('dialog', { name: "Confirm it's you" });
  return { screen, question, onDeclined };
}

it('[B6] With an old proof, a person is asked before the dialog opens, and it opens after the answer', async () => {
  const { screen, question } = await open();
  await expect.element(question).toBeVisible();
  await expect
    .element(question.getByText("Confirm it's you to turn off magic link."))
    .toBeVisible();
  await expect.element(screen.getByText('Turn it off?')).not.toBeInTheDocument();
  const buttons = question.getByRole('contentinfo').getByRole('button').elements();
  expect(buttons.map((button) => button.textContent)).toEqual(['Cancel', 'Confirm']);
  await question.getByLabelText('Code from the app').fill('169279');
  await expect.element(screen.getByText('Turn it off?')).toBeVisible();
  await expect.element(question).not.toBeInTheDocument();
});

it('A person who declines is not shown the dialog', async () => {
  const { screen, question, onDeclined } = await open();
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(onDeclined).toHaveBeenCalledOnce();
  await expect.element(screen.getByText('Turn it off?')).not.toBeInTheDocument();
});

it('With a fresh proof, the dialog opens at once', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r', provenAt: serverNow() }, 'signed-in');
  const { screen, question } = await open();
  await expect.element(screen.getByText('Turn it off?')).toBeVisible();
  await expect.element(question).not.toBeInTheDocument();
});
