import { QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { leaveLinkMark, readLinkMark } from '../api/link-mark.ts';
import { createQueryClient } from '../api/query-client.ts';
import { writeTokens } from '../api/tokens.ts';
import { followSession } from './follow-session.ts';

const tokens = { accessToken: 'a', refreshToken: 'r' };
const read = ['account', 'secret'] as const;

/** A client that follows the session and has something cached. */
function following() {
  const client = createQueryClient();
  client.setQueryData(read, 'Ada');
  onTestFinished(followSession(client));
  return client;
}

beforeEach(() => writeTokens(tokens, 'signed-in'));

describe('[A6] what was cached for a session', () => {
  it.each(['signed-out', 'expired'] as const)('is cleared when the session is %s', (change) => {
    const client = following();
    leaveLinkMark(Date.now());
    writeTokens(undefined, change);
    expect(client.getQueryCache().getAll()).toEqual([]);
    expect(readLinkMark()).toBeUndefined();
  });

  it('is not shown to the person who signs in next', () => {
    const client = following();
    writeTokens({ ...tokens, accessToken: 'b' }, 'signed-in');
    expect(client.getQueryData(read)).toBeUndefined();
  });

  it('is refetched where it is shown when somebody signs in', async () => {
    const client = following();
    const queryFn = vi.fn<() => Promise<string>>().mockResolvedValue('Grace');
    const shown = new QueryObserver(client, { queryKey: read, queryFn, refetchOnMount: false });
    onTestFinished(shown.subscribe(() => {}));
    leaveLinkMark(Date.now());
    writeTokens({ ...tokens, accessToken: 'b' }, 'signed-in');
    await expect.poll(() => shown.getCurrentResult().data).toBe('Grace');
    expect(readLinkMark()).toBeDefined();
  });

  it('is kept when only the tokens are renewed', () => {
    const client = following();
    leaveLinkMark(Date.now());
    writeTokens({ ...tokens, accessToken: 'b' }, 'renewed');
    expect(client.getQueryData(read)).toBe('Ada');
    expect(client.getQueryState(read)?.isInvalidated).toBe(false);
    expect(readLinkMark()).toBeDefined();
  });

  it('stays on screen and is refetched after step-up', () => {
    const client = following();
    writeTokens({ ...tokens, accessToken: 'b' }, 'verified');
    expect(client.getQueryData(read)).toBe('Ada');
    expect(client.getQueryState(read)?.isInvalidated).toBe(true);
  });

  it('is kept once the session is no longer followed', () => {
    const client = createQueryClient();
    client.setQueryData(read, 'Ada');
    followSession(client)();
    writeTokens(undefined, 'signed-out');
    expect(client.getQueryData(read)).toBe('Ada');
  });
});
