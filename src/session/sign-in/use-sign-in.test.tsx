import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { createQueryClient } from '../../api/query-client.ts';
import { readTokens, writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderHook } from '../../testing/render-hook.tsx';
import { signingInAsQuery } from '../signing-in-as-query.ts';
import { useSignIn } from './use-sign-in.ts';

const route = 'POST /user/login';
const credentials = { email: 'ada@example.com', password: 'secret' };

beforeEach(() => writeTokens(undefined, 'signed-out'));

it('Who signs in is known by the address until the session ends, the password not at all', async () => {
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

it('Who is refused is not known', async () => {
  fakeApi({ [route]: { status: 401, body: { success: false } } });
  const { result, queryClient } = await renderHook(useSignIn);
  await expect(result.current.mutateAsync(credentials)).rejects.toMatchObject({ status: 401 });
  expect(queryClient.getQueryData(signingInAsQuery().queryKey)).toBeUndefined();
});

it('Who is signing in is asked of nobody', () => {
  const reading = new QueryObserver(createQueryClient(), signingInAsQuery());
  onTestFinished(reading.subscribe(() => {}));
  expect(reading.getCurrentResult()).toMatchObject({ fetchStatus: 'idle', data: undefined });
});
