import { eq, inArray } from 'drizzle-orm';
import { isPasswordRight } from '../crypto/passwords.ts';
import type { Database } from '../database/open-database.ts';
import {
  authenticators,
  backupCodes,
  knownDevices,
  linkTokens,
  methods,
  passkeys,
  passwordResets,
  pendingAuthenticators,
  refreshTokens,
  sessions,
  users,
} from '../database/schema.ts';
import { password } from '../testing/person.ts';

/** Checked once for each hash, because that is slow on purpose. */
const checked = new Map<string, Promise<boolean>>();

function isFirstPassword(hash: string): Promise<boolean> {
  const known = checked.get(hash) ?? isPasswordRight(hash, password);
  checked.set(hash, known);
  return known;
}

/**
 * Everything that a change may touch, in a form in which two accounts in the same state are equal.
 * Counts of guesses and challenges are left out: they are used up on purpose before the proof is
 * checked.
 */
export async function readAccountState(database: Database, userId: string, now: number) {
  const [user] = await database.select().from(users).where(eq(users.id, userId));
  const own = await database.select().from(methods).where(eq(methods.userId, userId));
  const [app] = await database
    .select()
    .from(authenticators)
    .where(eq(authenticators.userId, userId));
  const open = await database.select().from(sessions).where(eq(sessions.userId, userId));
  const tokens = await database
    .select()
    .from(refreshTokens)
    .where(
      inArray(
        refreshTokens.sessionId,
        open.map(({ id }) => id),
      ),
    );
  const count = (
    table:
      | typeof backupCodes
      | typeof linkTokens
      | typeof passkeys
      | typeof passwordResets
      | typeof pendingAuthenticators,
  ) => database.$count(table, eq(table.userId, userId));
  const devices = await database.select().from(knownDevices).where(eq(knownDevices.userId, userId));
  return {
    name: user?.name,
    isFirstPassword: await isFirstPassword(user?.passwordHash ?? ''),
    resets: await count(passwordResets),
    devices: devices
      .map(({ trustedUntil }) =>
        trustedUntil === null ? 'not trusted' : `for ${String(trustedUntil - now)} ms`,
      )
      .toSorted(),
    primary: user?.primaryMethod,
    methods: own.map(({ type, isEnabled }) => `${type} ${isEnabled ? 'on' : 'off'}`).toSorted(),
    lastStepAge: app === undefined ? undefined : Math.floor(now / 30_000) - app.lastStep,
    pending: await count(pendingAuthenticators),
    backupCodes: await count(backupCodes),
    passkeys: await count(passkeys),
    links: await count(linkTokens),
    sessions: open
      .map(({ id, isVerified, provenAt }) => {
        const ours = tokens.filter(({ sessionId }) => sessionId === id);
        const used = ours.filter(({ isUsed }) => isUsed).length;
        const ends = ours.filter(({ isUsed }) => !isUsed).map(({ expiresAt }) => expiresAt - now);
        const age = provenAt === 0 ? 'never' : `${String(now - provenAt)} ms ago`;
        return `${isVerified ? 'verified' : 'limited'}, proven ${age}, ${String(ours.length)} tokens, ${String(used)} used, ends in ${ends.join()} ms`;
      })
      .toSorted(),
  };
}
