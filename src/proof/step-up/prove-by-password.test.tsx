import { beforeEach, expect, it } from 'vitest';

import { lastSessionChange, readTokens, writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { renderHook } from '../../testing/render-hook.tsx';
import { ProveByPassword } from './prove-by-password.tsx';
import { useProveByPassword } from './use-prove-by-password.ts';

const route = 'POST /user/login';
const profile = { body: { success: true, data: { id: '1', email: 'ada@example.com' } } };

beforeEach(() => writeTokens({ accessToken: 'old', refreshToken: 'r1' }, 'signed-in'));

it('The password is read when it is submitted, and an empty one is not sent', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r', expiresAt: undefined }, 'signed-in');
  const calls = fakeApi({
    'GET /user/profile': { body: { success: true, data: { id: '1', email: 'ada@example.com' } } },
    'POST /user/login': { status: 401, body: { success: false } },
    'GET /mfa/status': { body: { success: true, data: { isEnabled: false, enabledMethods: [] } } },
  });
  const screen = await renderApp(<ProveByPassword />);
  const password = screen.getByLabelText('Password', { exact: true });
  const button = screen.getByRole('button', { name: 'Confirm' });
  await button.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter your password.');
  expect(calls('POST /user/login')).toHaveLength(0);
  (password.element() as HTMLInputElement).value = 'secret words';
  await button.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent("That password isn't right.");
  expect(calls('POST /user/login').map(({ body }) => body)).toEqual([
    expect.objectContaining({ email: 'ada@example.com', password: 'secret words' }),
  ]);
});

it('[B8] The password is given for the account that is signed in, with the token of the session to replace', async () => {
  const calls = fakeApi({
    'GET /user/profile': profile,
    [route]: { body: { success: true, accessToken: 'new', refreshToken: 'r2' } },
  });
  const { result, queryClient, unmount } = await renderHook(useProveByPassword);
  await result.current.mutateAsync('secret');
  expect(calls(route)).toEqual([
    {
      authorization: 'Bearer old',
      body: expect.objectContaining({ email: 'ada@example.com', password: 'secret' }),
    },
  ]);
  expect(readTokens()).toMatchObject({ accessToken: 'new' });
  expect(lastSessionChange()).toBe('verified');
  // No cache keeps the password.
  await unmount();
  await expect.poll(() => queryClient.getMutationCache().getAll()).toEqual([]);
});

it('A wrong password changes nothing', async () => {
  fakeApi({ 'GET /user/profile': profile, [route]: { status: 401, body: { success: false } } });
  const { result } = await renderHook(useProveByPassword);
  await expect(result.current.mutateAsync('wrong')).rejects.toMatchObject({ status: 401 });
  expect(readTokens()).toMatchObject({ accessToken: 'old' });
});
