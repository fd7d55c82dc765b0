import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { openSilentTab, openTab } from '../testing/open-tab.ts';
import {
  askSiblings,
  joinSession,
  lastSessionChange,
  readTokens,
  type SessionChange,
  sessionEra,
  subscribeTokens,
  writeTokens,
} from './tokens.ts';

const tokens = { accessToken: 'a', refreshToken: 'r1', expiresAt: 2_000_000_000_000 };
const newer = { accessToken: 'b', refreshToken: 'r2', expiresAt: 2_000_000_060_000 };

/** A silent tab that answers with what it is told to hold. */
async function openAnsweringTab() {
  const { channel, asked } = await openSilentTab();
  const reply = (held: object | undefined, era = sessionEra()) =>
    channel.postMessage({ type: 'reply', tokens: held, era });
  return { channel, asked, reply };
}

const heardChanges = () => {
  const heard: SessionChange[] = [];
  onTestFinished(subscribeTokens((change) => void heard.push(change)));
  return heard;
};

beforeAll(() => joinSession());
beforeEach(() => writeTokens(tokens, 'signed-in'));

describe('[A5] the tokens of this tab', () => {
  it('survive a reload, and nothing else', async () => {
    const tab = await openTab();
    expect(tab.readTokens()).toEqual(tokens);
    expect(Object.keys(sessionStorage)).toEqual([`session-${sessionEra()}`]);
    expect(Object.keys(localStorage)).not.toContain('session-');
  });

  it('are deleted from storage when the session ends', () => {
    writeTokens(undefined, 'signed-out');
    expect(sessionStorage).toHaveLength(0);
    expect(lastSessionChange()).toBe('signed-out');
  });

  it.each([
    ['are no JSON', 'session'],
    ['lack what tokens have', '{"accessToken":"a"}'],
  ])('are ignored if those in storage %s', async (_why, stored) => {
    sessionStorage.setItem(`session-${sessionEra()}`, stored);
    expect((await openTab()).readTokens()).toBeUndefined();
  });

  it('are ignored if those in storage are from a session that has ended', async () => {
    const kept = sessionStorage.getItem(`session-${sessionEra()}`)!;
    const ended = sessionEra();
    writeTokens(undefined, 'signed-out');
    sessionStorage.setItem(`session-${ended}`, kept);
    const tab = await openTab();
    expect(tab.readTokens()).toBeUndefined();
    expect(tab.sessionEra()).toBe(ended + 1);
  });
});

describe('[A5] a change in one tab', () => {
  it('reaches listeners here and in the other tabs, with its kind', async () => {
    const tab = await openTab();
    const heard = heardChanges();
    tab.writeTokens(newer, 'verified');
    await expect.poll(() => heard).toEqual(['verified']);
    expect(readTokens()).toEqual(newer);
    expect(lastSessionChange()).toBe('verified');
  });

  it('ends the session in the others', async () => {
    const tab = await openTab();
    const era = sessionEra();
    const heard = heardChanges();
    tab.writeTokens(undefined, 'signed-out');
    await expect.poll(() => heard).toEqual(['signed-out']);
    expect(readTokens()).toBeUndefined();
    expect(sessionEra()).toBe(era + 1);
    expect(localStorage.getItem('session-era')).toBe(String(era + 1));
  });

  it('changes the count of ended sessions only if it ends one', () => {
    const era = sessionEra();
    writeTokens(newer, 'renewed');
    expect(sessionEra()).toBe(era);
  });

  it('does not reach listeners that have stopped', () => {
    const listener = vi.fn<(change: SessionChange) => void>();
    subscribeTokens(listener)();
    writeTokens(newer, 'renewed');
    expect(listener).not.toHaveBeenCalled();
  });
});

it('[A5] A tab replies to a question and to nothing else', async () => {
  const { channel } = await openSilentTab();
  const heard: object[] = [];
  channel.addEventListener('message', ({ data }: MessageEvent<object>) => heard.push(data));
  const era = sessionEra();
  channel.postMessage({ type: 'reply', tokens: newer, era });
  channel.postMessage({ type: 'ask', era });
  await expect.poll(() => heard).toContainEqual({ type: 'reply', tokens, era });
  // What was sent before this arrives before it.
  writeTokens(newer, 'renewed');
  await expect.poll(() => heard.length).toBeGreaterThan(1);
  expect(heard).toEqual([
    { type: 'reply', tokens, era },
    { type: 'changed', tokens: newer, change: 'renewed', era },
  ]);
});

describe('[A5] a new tab', () => {
  it('takes the session over from another', async () => {
    sessionStorage.clear();
    const tab = await openTab();
    expect(tab.readTokens()).toBeUndefined();
    expect(tab.lastSessionChange()).toBeUndefined();
    await tab.joinSession();
    expect(tab.readTokens()).toEqual(tokens);
    expect(tab.lastSessionChange()).toBe('renewed');
    expect(sessionStorage.getItem(`session-${sessionEra()}`)).toBe(JSON.stringify(tokens));
  });

  it('deletes tokens of a session that has ended', async () => {
    writeTokens(undefined, 'signed-out');
    sessionStorage.setItem('session-0', JSON.stringify(tokens));
    const tab = await openTab();
    await tab.joinSession();
    expect(tab.readTokens()).toBeUndefined();
    expect(tab.lastSessionChange()).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it('asks no tab if it has the session itself', async () => {
    const { asked, channel } = await openSilentTab();
    const tab = await openTab();
    await tab.joinSession();
    tab.writeTokens(newer, 'renewed');
    // Messages arrive in the order in which they were sent: a question would have been before.
    await new Promise((resolve) => channel.addEventListener('message', resolve, { once: true }));
    expect(asked).not.toHaveBeenCalled();
    expect(tab.lastSessionChange()).toBe('renewed');
  });

  it('keeps a session that began in it while it asked the others', async () => {
    writeTokens(undefined, 'signed-out');
    const silent = await openAnsweringTab();
    const tab = await openTab();
    const joined = tab.joinSession();
    await expect.poll(() => silent.asked).toHaveBeenCalled();
    tab.writeTokens(tokens, 'signed-in');
    silent.reply(newer, tab.sessionEra());
    await joined;
    expect(tab.readTokens()).toEqual(tokens);
  });
});

describe('[A5] asking the other tabs for newer tokens', () => {
  const ask = async () => {
    const tab = await openAnsweringTab();
    const answer = askSiblings();
    await expect.poll(() => tab.asked).toHaveBeenCalledTimes(1);
    return { ...tab, answer };
  };

  // Nobody waits for the time-out: all that live have replied.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['newer ones are taken', newer, newer],
    ['those that never expire are taken', { ...newer, expiresAt: undefined }, undefined],
    ['older ones are not', { ...newer, expiresAt: tokens.expiresAt - 1 }, undefined],
    ['equally old ones are not', { ...newer, expiresAt: tokens.expiresAt }, undefined],
    ['our own are not', { ...newer, refreshToken: tokens.refreshToken }, undefined],
    ['none are not', undefined, undefined],
  ])('%s', async (_what, held, taken) => {
    const { reply, answer } = await ask();
    reply(held);
    const expected = held && held.expiresAt === undefined ? held : taken;
    expect(await answer).toEqual(expected);
  });

  it('ignores those of a session that has ended', async () => {
    const { reply, answer } = await ask();
    const era = sessionEra();
    reply(newer, era - 1);
    expect(await answer).toBeUndefined();
    expect(sessionEra()).toBe(era);
  });

  it('takes those of a later session, with its number', async () => {
    const { reply, answer } = await ask();
    const era = sessionEra();
    reply(newer, era + 1);
    expect(await answer).toEqual(newer);
    expect(sessionEra()).toBe(era + 1);
  });

  it('does not read another tab’s question as a reply', async () => {
    const { channel, reply, answer } = await ask();
    channel.postMessage({ type: 'ask', era: sessionEra() });
    reply(newer);
    expect(await answer).toEqual(newer);
  });

  it('ignores messages after the reply', async () => {
    const { channel, reply, answer } = await ask();
    reply(newer);
    await answer;
    const era = sessionEra();
    const heard = heardChanges();
    reply({ ...newer, refreshToken: 'r3', expiresAt: newer.expiresAt + 1 }, era + 1);
    channel.postMessage({ type: 'changed', tokens: newer, change: 'renewed', era });
    await expect.poll(() => heard).toEqual(['renewed']);
    expect(sessionEra()).toBe(era);
  });

  it('takes the others’ tokens if ours have no expiry', async () => {
    writeTokens({ ...tokens, expiresAt: undefined }, 'renewed');
    const { reply, answer } = await ask();
    reply(newer);
    expect(await answer).toEqual(newer);
  });
});
