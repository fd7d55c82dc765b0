import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { clearLinkMark, leaveLinkMark, readLinkMark } from './link-mark.ts';

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

  it('not by a mark from the future, as after a clock was put back', () => {
    leaveLinkMark(Date.now());
    vi.setSystemTime(Date.now() - minute);
    expect(readLinkMark()).toBeUndefined();
  });

  it.each(['', 'null', '{}', '{"sentAt":"now"}', '<html>'])('not by the mark %j', (text) => {
    leaveLinkMark(Date.now());
    const [key = ''] = Object.entries(localStorage).find(([, value]) => /sentAt/.test(value)) ?? [];
    localStorage.setItem(key, text);
    expect(readLinkMark()).toBeUndefined();
  });
});
