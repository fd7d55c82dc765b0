import { expect, it } from 'vitest';

import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { PasswordPage } from './password-page.tsx';

const route = 'POST /user/request-reset-password';

async function open(replies: Reply | Error | (Reply | Error)[]) {
  const calls = fakeApi({ [route]: replies });
  const screen = await renderApp(<PasswordPage kind="forgot" />);
  const button = screen.getByRole('button', { name: 'Send link' });
  const ask = async (email = ' ada@example.com ') => {
    await screen.getByLabelText('Email').fill(email);
    await button.click();
  };
  return { calls, screen, ask, button };
}

it('says what happens if there is an account, and never whether there is one', async () => {
  const { calls, screen, ask } = await open({});
  await ask();
  await expect.element(screen.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  await expect.element(screen.getByText(/^If there's an account for/)).toBeVisible();
  expect(calls(route)).toEqual([{ authorization: null, body: { email: 'ada@example.com' } }]);
  await screen.getByRole('button', { name: 'Use a different email' }).click();
  await expect.element(screen.getByLabelText('Email')).toBeVisible();
});

it('sends nothing without an address', async () => {
  const { calls, screen, ask } = await open({});
  await ask(' ');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter your email.');
  await expect.element(screen.getByLabelText('Email')).toHaveFocus();
  expect(calls(route)).toHaveLength(0);
});

it.each<[string, Reply | Error, string]>([
  ['refuses', { status: 400 }, "No link was sent. The service didn't accept this."],
  ['fails', { status: 500 }, "We couldn't tell whether that worked. We couldn't reach"],
  ['cannot be reached', new TypeError('Failed to fetch'), "We couldn't tell whether that worked."],
])('says so where the service %s, and takes another try', async (_what, reply, words) => {
  const { screen, ask, button } = await open([reply, {}]);
  await ask();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  await button.click();
  await expect.element(screen.getByRole('heading', { name: 'Check your email' })).toBeVisible();
});

it('waits as long as the service asks', async () => {
  const { screen, ask, button } = await open({ status: 429, headers: { 'Retry-After': '90' } });
  await ask();
  await expect.element(screen.getByRole('alert')).toHaveTextContent(/Try again in 1:/);
  await expect.element(button).toBeDisabled();
});
