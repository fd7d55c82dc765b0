import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { clearLinkMark, leaveLinkMark, linkMarkQuery, readLinkMark } from './link-mark.ts';
import { writeTokens } from './tokens.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  clearLinkMark();
});
afterEach(() => vi.useRealTimers());

describe('[A1] a page may post its link by itself', () => {
  it('for ten minutes after this browser asked for one', () => {
    expect(readLinkMark()).toBeUndefined();
    leaveLinkMark(Date.now());
    vi.setSystemTime(Date.now() + 10 * minute - 1);
    expect(readLinkMark()).toBeDefined();
    vi.setSystemTime(Date.now() + 1);
    expect(readLinkMark()).toBeUndefined();
  });

  it('if the account that asked is signed in or nobody is, but not if someone else is', () => {
    const signInAs = (id: string) =>
      writeTokens({ accessToken: id, refreshToken: 'r', user: { id } }, 'signed-in');
    signInAs('ada');
    leaveLinkMark(Date.now());
    expect(readLinkMark()?.account).toBe('ada');
    signInAs('bob');
    expect(readLinkMark()).toBeUndefined();
    signInAs('ada');
    expect(readLinkMark()).toBeDefined();
    writeTokens(undefined, 'signed-out');
    expect(readLinkMark()).toBeDefined();
  });

  it('but not by a mark from the future, as after the clock was set back', () => {
    leaveLinkMark(Date.now());
    vi.setSystemTime(Date.now() - minute);
    expect(readLinkMark()).toBeUndefined();
  });

  it.each(['', 'null', '{}', '{"sentAt":"now"}', '<html>'])('but not by the mark %j', (text) => {
    leaveLinkMark(Date.now());
    const [key = ''] = Object.entries(localStorage).find(([, value]) => /sentAt/.test(value)) ?? [];
    localStorage.setItem(key, text);
    expect(readLinkMark()).toBeUndefined();
  });
});

it('A mark without an expiry is ignored', () => {
  localStorage.setItem('magic-link-sent', JSON.stringify({ sentAt: Date.now() }));
  expect(readLinkMark()).toBeUndefined();
});

describe('the mark that a link leaves', () => {
  it('keeps the time it was sent by this device’s clock, and the expiry by the server’s', () => {
    const now = Date.now();
    const mark = { sentAt: now, expiresAt: now + 5000 + 10 * minute };
    expect(leaveLinkMark(now + 5000)).toEqual(mark);
    expect(readLinkMark()).toEqual(mark);
  });

  it('holds no address, and is gone once cleared', () => {
    leaveLinkMark(Date.now());
    expect(localStorage.getItem('magic-link-sent')).not.toContain('@');
    clearLinkMark();
    expect(localStorage.getItem('magic-link-sent')).toBeNull();
    expect(readLinkMark()).toBeUndefined();
  });

  it('is a query that is null without a mark', async () => {
    const client = new QueryClient();
    expect(await client.query(linkMarkQuery())).toBeNull();
    const mark = leaveLinkMark(Date.now());
    await client.invalidateQueries({ queryKey: ['link-mark'] });
    expect(await client.query(linkMarkQuery())).toEqual(mark);
  });
});
