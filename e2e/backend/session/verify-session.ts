import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import type { MfaType } from '../../../src/api/contract.ts';
import { refreshTokens, sessions, signIns } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { unauthorized } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { lifetimes } from './lifetimes.ts';
import { issueTokens, settleSession } from './sessions.ts';
import type { SessionTokens } from './sessions.ts';

/**
 * Marks the session as verified and freshly proven, and issues a new pair of tokens.
 * @param secondStep what was passed; the session remembers the one with which it was signed in to
 */
export async function verifySession(
  services: Services,
  tx: Database,
  caller: Caller,
  secondStep: MfaType,
): Promise<SessionTokens> {
  const now = services.now();
  const ours = eq(sessions.id, caller.session.id);
  const [before] = await tx.select().from(sessions).where(ours).for('update');
  if (before === undefined) throw unauthorized();
  const expiresAt = before.isVerified ? before.expiresAt : now + lifetimes.session;
  const verified = { ...before, isVerified: true, provenAt: now, expiresAt };
  await tx.update(sessions).set(verified).where(ours);
  if (!before.isVerified)
    await tx.update(signIns).set({ secondStep }).where(eq(signIns.sessionId, before.id));
  await settleSession(tx, verified, now);
  // Delete the old refresh token rather than mark it as used: another tab may still hold it and
  // send it, which must not end the session.
  await tx
    .delete(refreshTokens)
    .where(and(eq(refreshTokens.sessionId, before.id), eq(refreshTokens.isUsed, false)));
  return issueTokens(services, tx, verified);
}
