import { expect, it } from 'vitest';

import { readTokens, writeTokens } from './tokens.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { useSignOut } from './account.ts';

it('[A6] Signing out ends the session here and on the server', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  const calls = fakeApi({ 'POST /user/logout': {} });
  const { result } = await renderHook(useSignOut);
  await result.current.mutateAsync();
  expect(readTokens()).toBeUndefined();
  expect(calls('POST /user/logout')).toHaveLength(1);
});
