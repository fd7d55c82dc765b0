/*
 * What a page gives the settings, and gets from them. The package ships these types as they are, so this
 * module imports nothing.
 */

export type Method = 'PASSKEY' | 'GOOGLE_AUTH' | 'MAGIC_LINK';

/** What a second step or another proof gives. Times are milliseconds since the epoch. */
export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  expiresAt?: number | null | undefined;
  /** When its holder last proved who they are, by the server's clock. */
  provenAt?: number | null | undefined;
}

interface Session {
  /** Whose session it is, if the page knows the id that the backend's `profile` gives. */
  user?: { id: string; email?: string } | undefined;
  /** Leads to the page's sign-in. Afterwards the page opens `returnTo`, an address on this origin. */
  signIn: (returnTo: string) => void;
  /** Somebody chose "Use a different account" at the second step: the page ends its session, too. */
  signOut: () => void;
}

/**
 * A session whose access token the page has. The settings read its properties again when another object
 * is given, or when the window gets the event `mfa-session-change`.
 */
export interface TokenSession extends Session {
  /** Undefined: nobody is signed in. */
  readonly accessToken: string | undefined;
  /** As `keep` got it, so that a page that was loaded again does not ask for a proof once more. */
  readonly provenAt?: number | undefined;
  /** Milliseconds since the epoch; without it the token is used until it is refused. */
  readonly expiresAt?: number | undefined;
  /**
   * Asks for another token. Afterwards `accessToken` is the new one, or undefined if the session has
   * ended. A rejection means that nobody could be asked, and signs nobody out.
   */
  renew: () => Promise<void>;
  /** The page uses these tokens from now on: the ones before no longer count, or not as a proof. */
  keep: (tokens: SessionTokens) => void;
}

/** A session whose cookie signs each call; scripts cannot read it. */
export interface CookieSession extends Session {
  readonly isSignedIn: boolean;
  /** Sent with every call that changes something, so that no other site can make one. */
  csrf: { header: string; token: () => string };
  /** Renews the cookie after a 401, if the page can. Afterwards `isSignedIn` says whether there is one. */
  renew?: () => Promise<void>;
}

/** What a person does. */
export type ActionName =
  | 'turn-on'
  | 'turn-off'
  | 'make-primary'
  | 'begin-set-up'
  | 'finish-set-up'
  | 'send-link'
  | 'reset'
  | 'prove'
  | 'read'
  | 'change'
  | 'sign-in'
  | 'sign-out'
  | 'open-link'
  | 'change-requirement'
  | 'sign-out-everywhere';

/** What a person does or meets. Nothing in it says who it was. */
export type SettingsEvent =
  /** `page` names a dialog, such as `/set-up/passkey`, or is `/`. */
  | { type: 'page-opened'; page: string }
  | { type: 'action-done'; action: ActionName; method?: Method; milliseconds: number }
  | {
      type: 'action-failed';
      action: ActionName;
      method?: Method;
      milliseconds: number;
      /** The status of a refusal, or `offline`, `timeout` or `network` without an answer. */
      why: string;
    }
  /** A part of the page could not be shown. `error` is the name of the error's class. */
  | { type: 'part-crashed'; error: string }
  | { type: 'vital-measured'; name: string; value: number; rating: string };

/** A change that a person asked for and that has not been sent yet. */
export interface PlannedAction {
  action: 'turn-on' | 'turn-off' | 'make-primary' | 'begin-set-up' | 'send-link' | 'reset';
  /** Absent where the action is about all methods, or sends a link. */
  method?: Method;
}

/**
 * What a page chooses. A page shows the settings once at a time: a second one fails with an error that says
 * so, because a page has one session.
 */
export interface SettingsOptions {
  session: TokenSession | CookieSession;
  /** Origin of the backend; the page's own by default. */
  backendUrl?: string | undefined;
  /** `system` is the device's choice. By default as the page around is: its `color-scheme`. */
  theme?: 'light' | 'dark' | 'system' | undefined;
  /** A BCP 47 tag. By default the language of the page (`<html lang>`), else the browser's. */
  locale?: string | undefined;
  /**
   * Other words for any sentence: `{ 'Turn on {name}': 'Enable {name}' }`. The key is the English sentence
   * as `messages.json` of the package has it; the value is shown in whatever language.
   */
  messages?: Readonly<Record<string, string>> | undefined;
  /** Which methods can be set up; all by default. Others show only where the account has them. */
  methods?: readonly Method[] | undefined;
  /** Shows everything and changes nothing. */
  readOnly?: boolean | undefined;
  /**
   * Where the address of an open dialog is kept. `memory`, the default, leaves the page's address and
   * history alone. `hash` uses its fragment; `{ base }` its path below one that leads to this page.
   */
  routing?: 'memory' | 'hash' | { base: string } | undefined;
  /** Whom an authenticator app names beside its codes. */
  issuer?: string | undefined;
  /** Whom to write to after losing every method. Without it, the settings name nobody. */
  supportEmail?: string | undefined;
  forgotPasswordUrl?: string | undefined;
  /** Gets every event from the moment on at which the settings show. */
  onEvent?: ((event: SettingsEvent) => void) | undefined;
  /** Asked before a change is sent. If the answer is false, it is not, and the settings say so. */
  onBeforeAction?: ((action: PlannedAction) => boolean | Promise<boolean>) | undefined;
}
