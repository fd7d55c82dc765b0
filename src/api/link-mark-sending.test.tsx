import { beforeEach, expect, it } from 'vitest';

import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderHook } from '../testing/render-hook.tsx';
import { clearLinkMark, linkMarkQuery, readLinkMark, useSendLink } from './link-mark.ts';
import { linkLifetime } from './storage-keys.ts';
import { serverNow } from './server-clock.ts';
import { writeTokens } from './tokens.ts';

const route = 'POST /mfa/magic-link/send';

beforeEach(() => {
  clearLinkMark();
  writeTokens(undefined, 'signed-out');
});

it('Sending a link marks this browser and refetches the mark', async () => {
  fakeApi({ [route]: {} });
  const { result, queryClient } = await renderHook(useSendLink);
  expect(await queryClient.query(linkMarkQuery())).toBeNull();
  await result.current.mutateAsync();
  expect(readLinkMark()?.expiresAt).toBeGreaterThan(serverNow() + linkLifetime - 10_000);
  expect(queryClient.getQueryState(linkMarkQuery().queryKey)?.isInvalidated).toBe(true);
});

it('[A1] The mark names the account that asked, even if someone else is signed in when the answer comes', async () => {
  const signInAs = (id: string) =>
    writeTokens({ accessToken: id, refreshToken: 'r', user: { id } }, 'signed-in');
  signInAs('ada');
  let answer: (reply: Reply) => void = () => {};
  const calls = fakeApi({ [route]: () => new Promise<Reply>((resolve) => (answer = resolve)) });
  const { result } = await renderHook(useSendLink);
  const sent = result.current.mutateAsync();
  await expect.poll(() => calls(route)).toHaveLength(1);
  signInAs('bob');
  answer({});
  await sent;
  expect(readLinkMark()).toBeUndefined();
  signInAs('ada');
  expect(readLinkMark()).toBeDefined();
});

it('If no link was sent, nothing is marked', async () => {
  fakeApi({ [route]: { status: 429, body: { success: false } } });
  const { result } = await renderHook(useSendLink);
  await expect(result.current.mutateAsync()).rejects.toMatchObject({ status: 429 });
  expect(readLinkMark()).toBeUndefined();
});
