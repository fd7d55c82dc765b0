import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { provideProof } from '../api/step-up.ts';
import { writeTokens } from '../api/tokens.ts';
import { ceremonyError } from '../passkey/ceremony-error.ts';
import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { PasswordPage } from './password-page.tsx';

const route = 'PUT /user/7';
const password = 'several unrelated words';
const refusal = (status: number, error_code?: string): Reply => ({
  status,
  body: { success: false, error_code },
});

async function open(replies: Reply | Error | (Reply | Error)[]) {
  const calls = fakeApi({
    [route]: replies,
    'GET /user/profile': { body: { success: true, data: { id: '7', email: 'ada@example.com' } } },
  });
  const screen = await renderApp(<PasswordPage kind="change" />);
  const button = screen.getByRole('button', { name: 'Change password' });
  const change = async (typed = password) => {
    await screen.getByLabelText('New password').fill(typed);
    await button.click();
  };
  return { calls, screen, change, button };
}

beforeEach(() => {
  const user = { id: '7', email: 'ada@example.com' };
  writeTokens({ accessToken: 'a', refreshToken: 'r', user }, 'signed-in');
});

it('changes the password of the account that is signed in, and says so', async () => {
  const { calls, screen, change } = await open({});
  await change();
  await expect
    .element(screen.getByRole('heading', { name: 'Your password was changed' }))
    .toBeVisible();
  expect(calls(route)).toEqual([{ authorization: 'Bearer a', body: { password } }]);
  await expect.element(screen.getByRole('link', { name: /where you're signed in/ })).toBeVisible();
});

it('tells password managers whose password it is', async () => {
  const { screen } = await open({});
  const field = screen.getByLabelText('New password');
  await expect.element(field).toHaveAttribute('autocomplete', 'new-password');
  const owner = screen.container.querySelector('input[autocomplete="username"]');
  await expect.poll(() => owner?.getAttribute('value')).toBe('ada@example.com');
});

it.each([
  ['', 'Enter a new password.'],
  ['short words', 'This password is too short.'],
])('sends nothing where "%s" is typed, and says why', async (typed, words) => {
  const { calls, screen, change } = await open({});
  await change(typed);
  await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  await expect.element(screen.getByLabelText('New password')).toHaveFocus();
  expect(calls(route)).toHaveLength(0);
});

it.each<[string, Reply | Error, string]>([
  ['refuses it as common', refusal(400, 'PASSWORD_TOO_COMMON'), 'This password is easy to guess.'],
  ['refuses it as short', refusal(400, 'PASSWORD_TOO_SHORT'), 'This password is too short.'],
  ['refuses it as long', refusal(400, 'PASSWORD_TOO_LONG'), 'This password is too long.'],
  ['refuses it without a reason', refusal(400), "The service didn't accept this password."],
  ['has no password to change', refusal(400, 'NO_PASSWORD_SET'), 'signs in with another provider'],
  ['forbids it', refusal(403), "Your password is unchanged. You can't change this password"],
  ['fails', refusal(500), "We couldn't tell whether that worked."],
  ['cannot be reached', new TypeError('Failed to fetch'), "We couldn't tell whether that worked."],
])('says so where the service %s, and takes another try', async (_what, reply, words) => {
  const { screen, change } = await open([reply, {}]);
  await change();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  await change(`${password} more`);
  await expect
    .element(screen.getByRole('heading', { name: 'Your password was changed' }))
    .toBeVisible();
});

it('waits as long as the service asks', async () => {
  const { screen, change, button } = await open({
    ...refusal(429),
    headers: { 'Retry-After': '90' },
  });
  await change();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/Try again in 1:/);
  await expect.element(button).toBeDisabled();
});

it('changes nothing where the person declines the proof', async () => {
  onTestFinished(provideProof(() => Promise.reject(ceremonyError('cancelled'))));
  const { screen, change } = await open(refusal(403, 'REAUTH_REQUIRED'));
  await change();
  await expect.element(screen.getByText(/^Canceled. Nothing changed/)).toBeVisible();
  await expect.element(screen.getByLabelText('New password')).toHaveValue(password);
});
