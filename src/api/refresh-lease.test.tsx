import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { withLease } from './refresh-lease.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const patience = 25_000;
const held = () => localStorage.getItem('refresh-lease');
const holdByOther = (until: number) => localStorage.setItem('refresh-lease', `other ${until}`);
const leave = () => window.dispatchEvent(new Event('pagehide'));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** Work that lasts until the test says so. */
function longWork() {
  let end: () => void = () => {};
  const work = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (end = resolve)));
  return { work, end: () => end() };
}

beforeEach(() => {
  vi.useFakeTimers({ now });
  localStorage.removeItem('refresh-lease');
});
afterEach(() => vi.useRealTimers());

describe('[A5] where there are no locks, who refreshes', () => {
  it('holds the lease during the refresh and then releases it', async () => {
    const { work, end } = longWork();
    const done = withLease(patience, work);
    await pass(49);
    expect(work).not.toHaveBeenCalled();
    await pass(1);
    expect(work).toHaveBeenCalledTimes(1);
    expect(held()).toMatch(new RegExp(`^0\\.\\d+ ${now + patience}$`));
    end();
    await done;
    expect(held()).toBeNull();
  });

  it('gets the result of the work, or its error', async () => {
    const given = withLease(patience, () => Promise.resolve('new'));
    await pass(50);
    expect(await given).toBe('new');
    const failure = new Error('No answer');
    const failed = withLease(patience, () => Promise.reject(failure));
    await Promise.all([expect(failed).rejects.toBe(failure), pass(50)]);
    expect(held()).toBeNull();
  });

  it('waits while another tab refreshes, and goes on soon after', async () => {
    holdByOther(now + patience);
    const { work, end } = longWork();
    const done = withLease(patience, work);
    await pass(1000);
    expect(work).not.toHaveBeenCalled();
    localStorage.removeItem('refresh-lease');
    await pass(150);
    expect(work).toHaveBeenCalledTimes(1);
    end();
    await done;
  });

  it('does not wait for an expired lease', async () => {
    holdByOther(now);
    const done = withLease(patience, () => Promise.resolve('new'));
    await pass(50);
    expect(await done).toBe('new');
  });

  it('goes on after its patience is over, and keeps the other tab’s lease', async () => {
    holdByOther(now + 2 * patience);
    const { work, end } = longWork();
    const done = withLease(patience, work);
    await pass(patience - 100);
    expect(work).not.toHaveBeenCalled();
    await pass(200);
    expect(work).toHaveBeenCalledTimes(1);
    end();
    await done;
    expect(held()).toBe(`other ${now + 2 * patience}`);
  });

  it('is one tab at a time, even if two ask at once', async () => {
    const first = longWork();
    const second = longWork();
    const firstDone = withLease(patience, first.work);
    const secondDone = withLease(patience, second.work);
    await pass(500);
    expect(first.work).toHaveBeenCalledTimes(1);
    expect(second.work).not.toHaveBeenCalled();
    first.end();
    await firstDone;
    await pass(500);
    expect(second.work).toHaveBeenCalledTimes(1);
    second.end();
    await secondDone;
  });

  it('is the other tab if that one wrote its name last at the same moment', async () => {
    const work = vi.fn<() => Promise<void>>().mockResolvedValue();
    const done = withLease(patience, work);
    await pass(10);
    holdByOther(now + 1000);
    await pass(980);
    expect(work).not.toHaveBeenCalled();
    await pass(200);
    expect(work).toHaveBeenCalledTimes(1);
    await done;
  });

  it('asks at random intervals', async () => {
    holdByOther(now + patience);
    const read = vi.spyOn(Storage.prototype, 'getItem');
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const done = withLease(patience, () => Promise.resolve());
    read.mockClear();
    await pass(74);
    expect(read).toHaveBeenCalledTimes(0);
    await pass(1);
    expect(read).toHaveBeenCalledTimes(1);
    random.mockRestore();
    read.mockRestore();
    localStorage.removeItem('refresh-lease');
    await pass(200);
    await done;
  });

  it('releases the lease when its page is left', async () => {
    const { work, end } = longWork();
    const done = withLease(patience, work);
    await pass(50);
    leave();
    expect(held()).toBeNull();
    end();
    await done;
  });

  it('keeps another tab’s lease when its page is left', async () => {
    holdByOther(now + patience);
    const { work, end } = longWork();
    const done = withLease(patience, work);
    leave();
    expect(held()).toBe(`other ${now + patience}`);
    await pass(2 * patience);
    end();
    await done;
  });

  it('no longer listens for its page being left afterwards', async () => {
    const listening = vi.spyOn(window, 'removeEventListener');
    const done = withLease(patience, () => Promise.resolve());
    await pass(50);
    await done;
    expect(listening.mock.calls.map(([type]) => type)).toContain('pagehide');
    listening.mockRestore();
  });
});
