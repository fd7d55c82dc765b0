import { useSyncExternalStore } from 'react';

import type { Tokens } from './contract.ts';
import { UnreachableError } from './errors.ts';
import type * as ownRefresh from './refresh.ts';
import { serverNow } from './server-clock.ts';
import { expiryMargin } from './storage-keys.ts';
import type * as ownTokens from './tokens.ts';
import type { SessionChange } from './tokens.ts';

/*
 * A session that the page around the app hands over, in the place of our own (tokens.ts and refresh.ts).
 * VITE_SESSION_SOURCE chooses, in e2e/build/session-source.ts; no other build contains this.
 */

interface Host {
  /** Whose session it is, if the host knows the id that the backend's `profile` gives. */
  user?: { id: string; email?: string };
  /** Leads to the host's sign-in. Afterwards the host opens `returnTo`, an address on this origin. */
  signIn: (returnTo: string) => void;
  /** Somebody signed out in the app: the host ends its session, too. */
  signOut: () => void;
}

/** VITE_SESSION_SOURCE=tokens: the host has an access token, and can renew it. */
export interface TokenHost extends Host {
  /** Read whenever the session is read. Undefined: nobody is signed in. */
  readonly accessToken: string | undefined;
  /** As `keep` got it, so that a page that was loaded again does not ask for a proof once more. */
  readonly provenAt?: number | undefined;
  /** Milliseconds since the epoch; without it the token is used until it is refused. */
  readonly expiresAt?: number;
  /**
   * Asks for another token, once for all that wait. Afterwards `accessToken` is the new one, or undefined if
   * the session has ended. A rejection means that nobody could be asked, and signs nobody out.
   */
  renew: () => Promise<void>;
  /**
   * A second step or a proof has given new tokens. The host uses these from now on; the ones before count
   * as no proof, or no longer at all.
   */
  keep: (tokens: Tokens) => void;
}

/** VITE_SESSION_SOURCE=cookies: a cookie that scripts cannot read signs each call. */
export interface CookieHost extends Host {
  readonly isSignedIn: boolean;
  /** Sent with every call that changes something, so that no other site can make one. */
  csrf: { header: string; token: () => string };
  /** Renews the cookie after a 401, if the host can. Afterwards `isSignedIn` says whether there is one. */
  renew?: () => Promise<void>;
}

declare global {
  interface Window {
    /** Set by the host's script, which runs before the app's. */
    mfaSession?: TokenHost | CookieHost;
  }
}

/** The host tells of a change of its own by an event with this name: signed out, or as somebody else. */
const changeEvent = 'mfa-session-change';

const listeners = new Set<(change: SessionChange) => void>();
let era = 0;
let lastChange: SessionChange | undefined;
/** What the app adds: when a proof was given. */
let added: Partial<Tokens> = {};
let current = read();
let renewing: Promise<Tokens | undefined> | undefined;

addEventListener(changeEvent, () => {
  const before = current?.user?.id;
  const isSame = before !== undefined && before === theHost().user?.id;
  if (!isSame) added = {};
  current = read();
  if (current) notify(isSame ? 'renewed' : 'signed-in');
  else end('signed-out');
});

function theHost(): TokenHost | CookieHost {
  if (!window.mfaSession)
    throw new Error('This build expects the script of its host to set window.mfaSession first.');
  return window.mfaSession;
}

export const leaveForSignIn = (returnTo: string) => theHost().signIn(returnTo);

function read(): Tokens | undefined {
  const host = theHost();
  const known = { refreshToken: '', user: host.user, ...added };
  if ('csrf' in host) return host.isSignedIn ? { accessToken: '', ...known } : undefined;
  const { accessToken, expiresAt, provenAt } = host;
  return accessToken ? { provenAt, ...known, accessToken, expiresAt } : undefined;
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
  useSyncExternalStore(subscribeTokens, () => current !== undefined);

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
