import { beforeEach, describe, expect, it } from 'vitest';

import { writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { SignInPage } from '../../session/sign-in/sign-in-page.tsx';
import { ProveByPassword } from '../step-up/prove-by-password.tsx';

const off = 'This account is turned off. Contact support@example.com.';
const without =
  'This account has no password. Sign in the way you signed up, or reset your password.';
const closed =
  "There were too many wrong passwords for this account. Sign in from a browser you've used before, or contact support@example.com.";
const refused = (code: string | undefined) => ({
  status: 401,
  body: { success: false, error_code: code },
});

describe('A person whose sign-in is refused reads why', () => {
  beforeEach(() => writeTokens(undefined, 'signed-out'));
  const wrong = "The email or password isn't right. Check both and try again.";

  it.each([
    [undefined, wrong],
    ['USER_NOT_FOUND', wrong],
    ['INVALID_PASSWORD', wrong],
    ['A_CODE_OF_TOMORROW', wrong],
    ['USER_INACTIVE', off],
    ['NO_PASSWORD_SET', without],
  ])('%s', async (code, words) => {
    fakeApi({ 'POST /user/login': refused(code) });
    const screen = await renderApp(<SignInPage />, { entry: '/sign-in' });
    await screen.getByLabelText('Email').fill('ada@example.com');
    await screen.getByLabelText('Password', { exact: true }).fill('secret');
    await screen.getByRole('button', { name: 'Sign in' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  });
});

it('A person whose account was guessed at too often reads where they can still sign in', async () => {
  writeTokens(undefined, 'signed-out');
  fakeApi({ 'POST /user/login': { status: 403, body: { success: false } } });
  const screen = await renderApp(<SignInPage />, { entry: '/sign-in' });
  await screen.getByLabelText('Email').fill('ada@example.com');
  await screen.getByLabelText('Password', { exact: true }).fill('secret');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(closed);
});

describe('A person whose password is refused in step-up reads why', () => {
  beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));
  const wrong = "That password isn't right. Check it and try again.";

  it.each([
    [undefined, wrong],
    ['USER_NOT_FOUND', wrong],
    ['INVALID_PASSWORD', wrong],
    ['USER_INACTIVE', off],
    ['NO_PASSWORD_SET', without],
  ])('%s', async (code, words) => {
    fakeApi({
      'GET /user/profile': { body: { success: true, data: { id: '1', email: 'ada@example.com' } } },
      'POST /user/login': refused(code),
    });
    const screen = await renderApp(<ProveByPassword />);
    await screen.getByLabelText('Password', { exact: true }).fill('secret');
    await screen.getByRole('button', { name: 'Confirm' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  });
});
