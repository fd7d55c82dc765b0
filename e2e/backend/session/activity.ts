import { and, desc, eq, gt, lte, notExists, notInArray, or } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { refreshTokens, sessions, signIns } from '../database/schema.ts';

const minute = 60_000;
/** More sessions than one person needs. Beyond this, the one that was used longest ago ends. */
export const mostSessions = 100;

/**
 * Notes that the session is in use, at most once a minute. Returns whether it did.
 */
export async function noteActivity(tx: Database, sessionId: string, now: number): Promise<boolean> {
  const noted = await tx
    .update(signIns)
    .set({ lastActiveAt: now })
    .where(and(eq(signIns.sessionId, sessionId), lte(signIns.lastActiveAt, now - minute)))
    .returning({ sessionId: signIns.sessionId });
  return noted.length > 0;
}

/**
 * Deletes the account's sessions that are over: those at their limit, and those that nobody can
 * refresh any more.
 */
export async function deleteEndedSessions(
  tx: Database,
  userId: string,
  now: number,
): Promise<void> {
  const refreshable = tx
    .select({ hash: refreshTokens.hash })
    .from(refreshTokens)
    .where(
      and(
        eq(refreshTokens.sessionId, sessions.id),
        eq(refreshTokens.isUsed, false),
        gt(refreshTokens.expiresAt, now),
      ),
    );
  const isOver = or(lte(sessions.expiresAt, now), notExists(refreshable));
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), isOver));
}

/**
 * Ends the sessions beyond the limit. Only verified ones count: somebody who knows only the password
 * must not push others out.
 */
export async function endOldestSessions(
  tx: Database,
  { id, userId }: Pick<typeof sessions.$inferSelect, 'id' | 'userId'>,
): Promise<void> {
  const verified = and(eq(sessions.userId, userId), eq(sessions.isVerified, true));
  const newest = tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(signIns, eq(signIns.sessionId, sessions.id))
    .where(verified)
    .orderBy(desc(eq(sessions.id, id)), desc(signIns.lastActiveAt))
    .limit(mostSessions);
  await tx.delete(sessions).where(and(verified, notInArray(sessions.id, newest)));
}
