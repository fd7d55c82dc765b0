import { useSyncExternalStore } from 'react';

import type { Tokens } from './contract.ts';
import { UnreachableError } from './errors.ts';
import type * as ownRefresh from './refresh.ts';
import { serverNow } from './server-clock.ts';
import { expiryMargin } from './storage-keys.ts';
import { hostOrNone, theHost } from './the-host.ts';
import type * as ownTokens from './tokens.ts';
import type { SessionChange } from './tokens.ts';

/*
 * A session that the page around the app hands over, in the place of our own (tokens.ts and refresh.ts).
 * VITE_SESSION_SOURCE chooses, in e2e/build/session-source.ts; no other build contains this.
 */

/** The host tells of a change of its own by an event with this name: signed out, or as somebody else. */
export const changeEvent = 'mfa-session-change';

const listeners = new Set<(change: SessionChange) => void>();
let era = 0;
let lastChange: SessionChange | undefined;
/** What the app adds: when a proof was given. */
let added: Partial<Tokens> = {};
let current = import.meta.env.VITE_SESSION_SOURCE === 'embed' ? undefined : read();
let renewing: Promise<Tokens | undefined> | undefined;

// In another page, the settings listen while they are shown (src/embed).
if (import.meta.env.VITE_SESSION_SOURCE !== 'embed') addEventListener(changeEvent, followHost);

/**
 * Reads the host's session again. The same user as before: nothing that was read is forgotten, and where
 * they have given a second step elsewhere, as in another tab, everything is read again.
 */
export function followHost(): void {
  const before = current;
  const user = before?.user?.id;
  const isSame = user !== undefined && user === theHost().user?.id;
  if (!isSame) added = {};
  current = read();
  if (!current) return end('signed-out');
  const isProven = (current.provenAt ?? 0) > (before?.provenAt ?? 0);
  notify(!isSame ? 'signed-in' : isProven ? 'verified' : 'renewed');
}

/** As `followHost`, for a page that may give the session that is known as another object. */
export function followGiven(): void {
  const given = read();
  const isKnown =
    lastChange !== undefined &&
    given?.accessToken === current?.accessToken &&
    given?.provenAt === current?.provenAt &&
    given?.user?.id === current?.user?.id;
  if (!isKnown) followHost();
}

export const leaveForSignIn = (returnTo: string) => theHost().signIn(returnTo);

/** Where the host's script is missing nobody is signed in, and `leaveForSignIn` tells of the fault. */
function read(): Tokens | undefined {
  const host = hostOrNone();
  if (!host) return undefined;
  const known = { refreshToken: '', user: host.user, ...added };
  if ('csrf' in host) return host.isSignedIn ? { accessToken: '', ...known } : undefined;
  const { accessToken, expiresAt, provenAt } = host;
  if (!accessToken) return undefined;
  // The later of what was proven here and elsewhere.
  const proven = Math.max(provenAt ?? 0, added.provenAt ?? 0) || undefined;
  return { ...known, provenAt: proven, accessToken, expiresAt };
}

function notify(change: SessionChange): void {
  lastChange = change;
  for (const listener of listeners) listener(change);
}

function end(change: 'signed-out' | 'expired'): void {
  era += 1;
  added = {};
  current = undefined;
  notify(change);
}

export const readTokens: typeof ownTokens.readTokens = () => current;
export const sessionEra: typeof ownTokens.sessionEra = () => era;
export const lastSessionChange: typeof ownTokens.lastSessionChange = () => lastChange;
export const joinSession: typeof ownTokens.joinSession = async () => undefined;

export const writeTokens: typeof ownTokens.writeTokens = (given, change) => {
  const host = theHost();
  if (!given) {
    if (change === 'signed-out') host.signOut();
    return end(change === 'expired' ? change : 'signed-out');
  }
  added = { ...added, provenAt: given.provenAt ?? added.provenAt };
  // What a renewal gave, the host has already.
  if ('keep' in host && given.refreshToken && change !== 'renewed') host.keep(given);
  current = read();
  notify(change);
};

export const subscribeTokens: typeof ownTokens.subscribeTokens = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useIsSignedIn: typeof ownTokens.useIsSignedIn = () =>
  useSyncExternalStore(
    subscribeTokens,
    () => current !== undefined,
    // On a server, nobody is signed in yet.
    () => false,
  );

export const isExpiring: typeof ownRefresh.isExpiring = ({ expiresAt }) =>
  typeof expiresAt === 'number' && expiresAt - serverNow() < expiryMargin;

export const endSession: typeof ownRefresh.endSession = () => {
  if (current) end('expired');
};

export const refreshSession: typeof ownRefresh.refreshSession = (stale) => {
  renewing ??= renew(stale).finally(() => {
    renewing = undefined;
  });
  return renewing;
};

async function renew(stale: Tokens): Promise<Tokens | undefined> {
  if (current !== stale) return current;
  const begun = era;
  try {
    await theHost().renew?.();
  } catch (cause) {
    throw new UnreachableError('network', { cause });
  }
  // Somebody signed out meanwhile. Keep that.
  if (era !== begun) return undefined;
  current = read();
  if (current) notify('renewed');
  else end('expired');
  return current;
}
