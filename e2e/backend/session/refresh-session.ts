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
    const [used] = await tx
      .update(refreshTokens)
      .set({ isUsed: true })
      .where(and(eq(refreshTokens.hash, hash), eq(refreshTokens.isUsed, false)))
      .returning();
    if (used === undefined) {
      const [reused] = await tx.select().from(refreshTokens).where(eq(refreshTokens.hash, hash));
      if (reused !== undefined) await tx.delete(sessions).where(eq(sessions.id, reused.sessionId));
      return undefined;
    }
    const [session] = await tx.select().from(sessions).where(eq(sessions.id, used.sessionId));
    if (session === undefined || used.expiresAt <= now || session.expiresAt <= now)
      return undefined;
    return issueTokens(services, tx, session);
  });
}
