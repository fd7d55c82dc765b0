import type { Tokens } from './contract.ts';

/*
 * The page around the app, where it hands its session over. The library has its own module in the place of
 * this one (src/embed): there, the session is given by a property.
 */

interface Host {
  /** Whose session it is, if the host knows the id that the backend's `profile` gives. */
  user?: { id: string; email?: string } | undefined;
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
  readonly expiresAt?: number | undefined;
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

/** Undefined where the host has handed nothing over yet, as in the early script. */
export const hostOrNone = (): TokenHost | CookieHost | undefined => window.mfaSession;

/** @throws Error where no host has handed its session over */
export function theHost(): TokenHost | CookieHost {
  const host = hostOrNone();
  if (!host) throw new Error('No session was handed over: set window.mfaSession first.');
  return host;
}
