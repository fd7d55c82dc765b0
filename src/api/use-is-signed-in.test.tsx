import { expect, it } from 'vitest';

import { renderHook } from '../testing/render-hook.tsx';
import { writeTokens } from './tokens.ts';
import { useIsSignedIn } from './use-is-signed-in.ts';

it('Whether someone is signed in is followed', async () => {
  writeTokens(undefined, 'signed-out');
  const { result } = await renderHook(useIsSignedIn);
  expect(result.current).toBe(false);
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  await expect.poll(() => result.current).toBe(true);
  writeTokens(undefined, 'expired');
  await expect.poll(() => result.current).toBe(false);
});
