import { useSyncExternalStore } from 'react';
import * as v from 'valibot';

import { openChannel } from '../lib/open-channel.ts';
import { browserStorage, tabStorage } from '../lib/storage.ts';
import { tokensAnswer, type Tokens } from './contract.ts';

/**
 * The session's tokens: in sessionStorage, so that a reload keeps them and closing the tab leaves
 * nothing behind. All tabs of this browser share one session, over a BroadcastChannel.
 */
const storageKey = 'session-';
/**
 * How many sessions have ended in this browser: nothing secret. Tokens are kept and sent under the
 * number they began with, so that a tab that slept, or was in the middle of something, brings no
 * ended session back.
 */
const eraKey = 'session-era';
/** Each tab holds this lock, shared, for as long as it lives: so that tabs can count one another. */
const tabLock = 'session-tab';
/** Milliseconds. A tab may be frozen and never reply. */
const siblingTimeout = 1000;

export type SessionChange = 'signed-in' | 'verified' | 'renewed' | 'signed-out' | 'expired';
type Message =
  | { type: 'ask' }
  | { type: 'reply'; tokens: Tokens | undefined }
  | { type: 'changed'; tokens: Tokens | undefined; change: SessionChange };
type Sent = Message & { era: number };

/**
 * Browsers hide locks from pages that anyone on the way could change. There, tabs wait for one another
 * by the clock alone.
 */
export const hasLocks = 'locks' in navigator;

const channel = openChannel('session');
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

/** How many sessions have ended in this browser: what began before the last end comes too late. */
export function sessionEra(): number {
  return era;
}

/** What happened to the session last, since this page was loaded; undefined: nothing yet. */
export function lastSessionChange(): SessionChange | undefined {
  return lastChange;
}

/** Sets the session's tokens, here and in every other tab; undefined ends the session. */
export function writeTokens(given: Tokens | undefined, change: SessionChange): void {
  if (!given) browserStorage.write(eraKey, String(++era));
  // Later answers do not repeat whose session it is.
  const tokens = given && change !== 'signed-in' ? { user: current?.user, ...given } : given;
  apply(tokens, change);
  post({ type: 'changed', tokens, change });
}

/** Calls back on every change of the session, whichever tab made it. */
export function subscribeTokens(listener: (change: SessionChange) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this browser has a session, limited or full. */
export function useIsSignedIn(): boolean {
  return useSyncExternalStore(subscribeTokens, () => readTokens() !== undefined);
}

/** Takes the session over from another tab, where this one has none. A new tab starts without. */
export async function joinSession(): Promise<void> {
  if (hasLocks)
    await new Promise<void>((settled) => {
      const hold = () => {
        settled();
        return new Promise(() => {});
      };
      // Where cookies are blocked, locks are refused: this tab then goes on without.
      navigator.locks.request(tabLock, { mode: 'shared' }, hold).catch(settled);
    });
  if (current) return;
  // What a tab that was put aside still holds of a session that ended meanwhile.
  tabStorage.clear();
  const tokens = await askSiblings();
  if (tokens && !current) apply(tokens, 'renewed');
}

/**
 * Asks the other tabs for tokens that differ from ours. Answers as soon as one has some, or when all
 * have replied, or after a second.
 */
export async function askSiblings(): Promise<Tokens | undefined> {
  const held = hasLocks && (await navigator.locks.query().catch(() => undefined))?.held;
  // Without locks nobody knows how many tabs there are: then only the time-out ends the wait.
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

/** A tab that the browser brought back may hold tokens from before: their use would end the session. */
function isNewer(tokens: Tokens): boolean {
  const isOlder = (tokens.expiresAt ?? NaN) <= (current?.expiresAt ?? NaN);
  return tokens.refreshToken !== current?.refreshToken && !isOlder;
}

function apply(tokens: Tokens | undefined, change: SessionChange): void {
  current = tokens;
  lastChange = change;
  tabStorage.clear();
  if (tokens) tabStorage.write(storageKey + era, JSON.stringify(tokens));
  for (const listener of listeners) listener(change);
}

function post(message: Message): void {
  channel.postMessage({ ...message, era });
}

function load(): Tokens | undefined {
  try {
    const read = v.safeParse(tokensAnswer, JSON.parse(tabStorage.read(storageKey + era) ?? ''));
    return read.success ? read.output : undefined;
  } catch {
    return undefined; // nothing there, or not ours
  }
}
