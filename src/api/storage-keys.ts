/**
 * What this browser keeps, and for how long it is good. Without imports, because the early script in
 * index.html reads the same values before the app has loaded.
 */

/** In sessionStorage, followed by the era: the session's tokens. */
export const sessionKey = 'session-';
/**
 * In localStorage: counts the sessions that have ended in this browser; not secret. Tokens carry the
 * count from when their session began, so that a tab that slept cannot bring an ended session back.
 */
export const eraKey = 'session-era';
/** Each tab holds this shared lock while it is open, so that tabs can count each other. */
export const tabLock = 'session-tab';
/** Tabs share one session over this BroadcastChannel. */
export const sessionChannel = 'session';
/**
 * Milliseconds. Tokens are refreshed this long before they expire, so that calls rarely get a 401.
 */
export const expiryMargin = 60_000;

/**
 * In localStorage: that this browser asked for a link. Only then does the page behind the link act
 * without a click, because mail scanners open links too. Holds times and an account id, nothing
 * secret.
 */
export const linkMarkKey = 'magic-link-sent';
/** Milliseconds. The platform's published default lifetime of a link. */
export const linkLifetime = 10 * 60_000;

/** In localStorage: the language that was chosen on this browser, as a BCP 47 tag. */
export const languageKey = 'language';
/** In localStorage: `light` or `dark`, where one was chosen on this browser. */
export const themeKey = 'theme';
