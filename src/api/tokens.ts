import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

import { openChannel } from '../lib/open-channel.ts';
import { browserStorage, tabStorage } from '../lib/storage.ts';
import { tokensAnswer, type Tokens } from './contract.ts';
import { dropEarly } from './early.ts';
import { eraKey, sessionChannel, sessionKey, tabLock } from './storage-keys.ts';

/*
 * The session's tokens. They are in sessionStorage, so a reload keeps them and closing the tab
 * deletes them. All tabs of this browser share one session over a BroadcastChannel.
 */

/** Milliseconds. How long to wait for other tabs: a frozen tab never replies. */
const siblingTimeout = 1000;

export type SessionChange = 'signed-in' | 'verified' | 'renewed' | 'signed-out' | 'expired';
type Message =
  | { type: 'ask' }
  | { type: 'reply'; tokens: Tokens | undefined }
  | { type: 'changed'; tokens: Tokens | undefined; change: SessionChange };
type Sent = Message & { era: number };

/**
 * False on insecure pages, where browsers have no Web Locks. There, a lease with a timeout makes sure
 * that one tab at a time refreshes the session.
 */
export const hasLocks = 'locks' in navigator;

const channel = openChannel(sessionChannel);
const listeners = new Set<(change: SessionChange) => void>();
let era = Number(browserStorage.read(eraKey));
let current = load();
let lastChange: SessionChange | undefined;

channel.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
  if (data.type === 'ask') post({ type: 'reply', tokens: current });
  if (data.type === 'changed' && data.era >= era) {
    era = data.era;
    apply(data.tokens, data.change);
  }
});

/** The tokens of the session, or undefined when signed out. The same object between changes. */
export function readTokens(): Tokens | undefined {
  return current;
}

/** How many sessions have ended in this browser. A change means that an answer came too late. */
export function sessionEra(): number {
  return era;
}

/** The last change of the session since this page loaded; undefined before the first. */
export function lastSessionChange(): SessionChange | undefined {
  return lastChange;
}

/** Sets the session's tokens, here and in every other tab; undefined ends the session. */
export function writeTokens(given: Tokens | undefined, change: SessionChange): void {
  if (!given) browserStorage.write(eraKey, String(++era));
  // Only the answer to `login` says whose session it is, and only a proof has a time.
  const kept = change === 'signed-in' ? undefined : { ...current, expiresAt: undefined };
  const tokens = given && { ...kept, ...given };
  apply(tokens, change);
  post({ type: 'changed', tokens, change });
}

/**
 * Calls `listener` on every change of the session in any tab. Returns a function that stops this.
 */
export function subscribeTokens(listener: (change: SessionChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this browser has a session, limited or full. */
export function useIsSignedIn(): boolean {
  return useSyncExternalStore(subscribeTokens, () => readTokens() !== undefined);
}

/** Copies the session from another tab if this one has none, as in a new tab. */
export async function joinSession(): Promise<void> {
  if (hasLocks)
    await new Promise<void>((settled) => {
      const hold = () => {
        settled();
        return new Promise(() => {});
      };
      // The browser refuses locks if cookies are blocked. This tab then works without.
      navigator.locks.request(tabLock, { mode: 'shared' }, hold).catch(settled);
    });
  if (current) return;
  // A tab that slept may still hold tokens of a session that has ended.
  tabStorage.clear(sessionKey);
  const tokens = await askSiblings();
  if (tokens && !current) apply(tokens, 'renewed');
}

/**
 * Asks the other tabs for newer tokens. Resolves when one has some, when all have replied, or after
 * a second.
 */
export async function askSiblings(): Promise<Tokens | undefined> {
  const held = hasLocks && (await navigator.locks.query().catch(() => undefined))?.held;
  // Without locks the number of tabs is unknown, so only the timeout ends the wait.
  let awaited = held ? held.filter(({ name }) => name === tabLock).length - 1 : Infinity;
  if (awaited <= 0) return undefined;
  return new Promise((resolve) => {
    const finish = (tokens: Tokens | undefined) => {
      channel.removeEventListener('message', listen);
      clearTimeout(timer);
      resolve(tokens);
    };
    const listen = ({ data }: MessageEvent<Sent>) => {
      if (data.type !== 'reply') return;
      awaited -= 1;
      const isNews = data.tokens && data.era >= era && isNewer(data.tokens);
      if (isNews) ({ era } = data);
      if (isNews || awaited === 0) finish(isNews ? data.tokens : undefined);
    };
    const timer = setTimeout(finish, siblingTimeout, undefined);
    channel.addEventListener('message', listen);
    post({ type: 'ask' });
  });
}

/** A tab that the browser restored may hold older tokens. Using them would end the session. */
function isNewer(tokens: Tokens): boolean {
  const isOlder = (tokens.expiresAt ?? NaN) <= (current?.expiresAt ?? NaN);
  return tokens.refreshToken !== current?.refreshToken && !isOlder;
}

function apply(tokens: Tokens | undefined, change: SessionChange): void {
  current = tokens;
  lastChange = change;
  dropEarly();
  tabStorage.clear(sessionKey);
  if (tokens) tabStorage.write(sessionKey + era, JSON.stringify(tokens));
  for (const listener of listeners) listener(change);
}

function post(message: Message): void {
  channel.postMessage({ ...message, era });
}

function load(): Tokens | undefined {
  try {
    const read = v.safeParse(tokensAnswer, JSON.parse(tabStorage.read(sessionKey + era) ?? ''));
    return read.success ? read.output : undefined;
  } catch {
    return undefined; // empty, or text that this app did not write
  }
}
