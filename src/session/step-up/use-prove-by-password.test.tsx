import { beforeEach, expect, it } from 'vitest';

import { lastSessionChange, readTokens, writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderHook } from '../../testing/render-hook.tsx';
import { useProveByPassword } from './use-prove-by-password.ts';

const route = 'POST /user/login';
const profile = { body: { success: true, data: { id: '1', email: 'ada@example.com' } } };

beforeEach(() => writeTokens({ accessToken: 'old', refreshToken: 'r1' }, 'signed-in'));

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
  // The password stays in no cache.
  await unmount();
  await expect.poll(() => queryClient.getMutationCache().getAll()).toEqual([]);
});

it('A wrong password changes nothing', async () => {
  fakeApi({ 'GET /user/profile': profile, [route]: { status: 401, body: { success: false } } });
  const { result } = await renderHook(useProveByPassword);
  await expect(result.current.mutateAsync('wrong')).rejects.toMatchObject({ status: 401 });
  expect(readTokens()).toMatchObject({ accessToken: 'old' });
});
