import { and, eq } from 'drizzle-orm';
import { hashToken } from '../crypto/hash.ts';
import { refreshTokens, sessions } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { issueTokens } from './sessions.ts';
import type { SessionTokens } from './sessions.ts';

/**
 * Exchanges a refresh token for a new pair, once. A token that comes back was copied by someone:
 * nobody can tell who is who any more, so the session ends for both (RFC 9700, 4.14.2).
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
    // The session first, then its tokens, as everywhere: the other way round, this and a change that
    // ends the session would wait for each other.
    const ours = eq(sessions.id, token.sessionId);
    const [session] = await tx.select().from(sessions).where(ours).for('update');
    if (session === undefined) return undefined;
    const used = await tx
      .update(refreshTokens)
      .set({ isUsed: true })
      .where(and(eq(refreshTokens.hash, hash), eq(refreshTokens.isUsed, false)))
      .returning();
    if (used.length > 0) {
      const isOver = token.expiresAt <= now || session.expiresAt <= now;
      return isOver ? undefined : issueTokens(services, tx, session);
    }
    const [reused] = await tx.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
    // One that is gone meanwhile was replaced by the second step, and tells of no theft.
    if (reused !== undefined) await tx.delete(sessions).where(ours);
    return undefined;
  });
}
