const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** All in milliseconds. */
export const lifetimes = {
  accessToken: hour,
  refreshToken: 7 * day,
  /** However often it is refreshed. */
  session: 30 * day,
  /** A sign-in whose second step is still to come. */
  limitedSession: hour,
  /** How long a proof of who someone is counts for the changes that need a fresh one. */
  proof: 10 * minute,
  link: 10 * minute,
  lock: 15 * minute,
  pendingSetup: hour,
  /** A WebAuthn ceremony. */
  challenge: 5 * minute,
} as const;
