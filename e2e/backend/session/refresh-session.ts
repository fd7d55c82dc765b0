import { and, eq } from 'drizzle-orm';
import { hashToken } from '../crypto/hash.ts';
import { refreshTokens, sessions, users } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { noteActivity } from './activity.ts';
import { issueTokens } from './sessions.ts';
import type { SessionTokens } from './sessions.ts';

/**
 * Exchanges a refresh token for a new pair of tokens, once. When a token is used twice, somebody
 * has copied it. Nobody can tell which user is the thief, so the session ends for both (RFC 9700,
 * 4.14.2).
 */
export async function refreshSession(
  services: Services,
  refreshToken: string,
): Promise<SessionTokens | undefined> {
  const now = services.now();
  const hash = hashToken(refreshToken);
  return services.database.transaction(async (tx) => {
    const [token] = await tx.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
    if (token === undefined) return undefined;
    // Lock the session before its tokens, as everywhere else. Otherwise this and a change that
    // ends the session could deadlock.
    const ours = eq(sessions.id, token.sessionId);
    const [session] = await tx.select().from(sessions).where(ours).for('update');
    if (session === undefined) return undefined;
    const [user] = await tx.select().from(users).where(eq(users.id, session.userId));
    if (user?.isActive !== true) return undefined;
    const used = await tx
      .update(refreshTokens)
      .set({ isUsed: true })
      .where(and(eq(refreshTokens.hash, hash), eq(refreshTokens.isUsed, false)))
      .returning();
    if (used.length > 0) {
      if (token.expiresAt <= now || session.expiresAt <= now) return undefined;
      await noteActivity(tx, session.id, now);
      return issueTokens(services, tx, session);
    }
    const [reused] = await tx.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
    // A token that has been deleted meanwhile was replaced at the second step, which is no sign of
    // theft.
    if (reused !== undefined) await tx.delete(sessions).where(ours);
    return undefined;
  });
}
