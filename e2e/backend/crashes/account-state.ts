import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import {
  authenticators,
  backupCodes,
  linkTokens,
  methods,
  passkeys,
  pendingAuthenticators,
  refreshTokens,
  sessions,
  users,
} from '../database/schema.ts';

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
    table: typeof backupCodes | typeof linkTokens | typeof passkeys | typeof pendingAuthenticators,
  ) => database.$count(table, eq(table.userId, userId));
  return {
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
        const age = provenAt === 0 ? 'never' : `${String(now - provenAt)} ms ago`;
        return `${isVerified ? 'verified' : 'limited'}, proven ${age}, ${String(ours.length)} tokens, ${String(used)} used`;
      })
      .toSorted(),
  };
}
