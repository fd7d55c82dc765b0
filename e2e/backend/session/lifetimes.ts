const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** All in milliseconds. */
export const lifetimes = {
  accessToken: hour,
  refreshToken: 7 * day,
  /** The limit however often the session is refreshed. */
  session: 30 * day,
  /** A session whose second step has not been passed. */
  limitedSession: hour,
  /** How long a proof counts for changes that need a fresh one. */
  proof: 10 * minute,
  link: 10 * minute,
  /** Longer than other links: who needs it is signed out, and may have to find the mail first. */
  passwordReset: 30 * minute,
  lock: 15 * minute,
  /** How long a device stays marked as trusted. */
  trust: 30 * day,
  pendingSetup: hour,
  /** A WebAuthn ceremony. */
  challenge: 5 * minute,
} as const;
