import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';

import { createQueryClient } from '../../api/query-client.ts';
import { readTokens, writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { renderHook } from '../../testing/render-hook.tsx';
import { signingInAsQuery } from '../signing-in.tsx';
import { SignInPage, useSignIn } from './sign-in-page.tsx';

const route = 'POST /user/login';
const wrong = { status: 401, body: { success: false } };
const credentials = { email: 'ada@example.com', password: 'secret' };

async function open() {
  const calls = fakeApi({ [route]: wrong });
  const screen = await renderApp(<SignInPage />, { entry: '/sign-in' });
  const email = screen.getByLabelText('Email');
  const password = screen.getByLabelText('Password', { exact: true });
  await expect.element(email).toBeVisible();
  return { calls, screen, email, password };
}

beforeEach(() => writeTokens(undefined, 'expired'));

it.each([
  'jürgen@example.com',
  'ada@büro.example',
  'ada@[192.0.2.1]',
  '"a b"@example.com',
  'ada',
  '用户@例子.中国',
])('%s is sent as it is typed', async (address) => {
  const { calls, email, password } = await open();
  await email.fill(address);
  await password.fill('secret words');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => calls(route).map(({ body }) => body))
    .toEqual([expect.objectContaining({ email: address, password: 'secret words' })]);
});

it('What the browser fills in without an event is sent', async () => {
  const { calls, screen, email, password } = await open();
  (email.element() as HTMLInputElement).value = 'ada@example.com';
  (password.element() as HTMLInputElement).value = 'secret words';
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect
    .poll(() => calls(route).map(({ body }) => body))
    .toMatchObject([{ email: 'ada@example.com', password: 'secret words' }]);
});

it('An empty field brings the page’s own error, and nothing is sent', async () => {
  const { calls, screen, email, password } = await open();
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter your email.');
  await expect.element(email).toHaveFocus();
  await email.fill('ada@example.com');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter your password.');
  await expect.element(password).toHaveFocus();
  expect(calls(route)).toHaveLength(0);
});

it('A person signs in though the browser says that it is offline', async () => {
  const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  onTestFinished(() => isOnline.mockRestore());
  const { calls, screen, email, password } = await open();
  await email.fill('ada@example.com');
  await password.fill('secret words');
  await screen.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent("isn't right");
  expect(calls(route)).toHaveLength(1);
});

it('The address of who signs in is remembered until the session ends, and the password isn’t', async () => {
  const calls = fakeApi({
    [route]: { body: { success: true, accessToken: 'a', refreshToken: 'r' } },
  });
  const { result, queryClient, unmount } = await renderHook(useSignIn);
  await result.current.mutateAsync(credentials);
  expect(calls(route)).toMatchObject([{ authorization: null, body: credentials }]);
  expect(readTokens()).toMatchObject({ accessToken: 'a' });
  expect(queryClient.getQueryData(signingInAsQuery().queryKey)).toBe('ada@example.com');
  await unmount();
  await expect.poll(() => queryClient.getMutationCache().getAll()).toEqual([]);
});

it('The address of who is refused is not remembered', async () => {
  fakeApi({ [route]: wrong });
  const { result, queryClient } = await renderHook(useSignIn);
  await expect(result.current.mutateAsync(credentials)).rejects.toMatchObject({ status: 401 });
  expect(queryClient.getQueryData(signingInAsQuery().queryKey)).toBeUndefined();
});

it('The address of who signs in is never fetched', () => {
  const reading = new QueryObserver(createQueryClient(), signingInAsQuery());
  onTestFinished(reading.subscribe(() => {}));
  expect(reading.getCurrentResult()).toMatchObject({ fetchStatus: 'idle', data: undefined });
});
