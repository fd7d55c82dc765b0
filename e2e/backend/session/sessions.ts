import { and, eq, lte, ne } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { hashToken, randomToken } from '../crypto/hash.ts';
import { signToken } from '../crypto/tokens.ts';
import type { Database } from '../database/open-database.ts';
import {
  challenges,
  linkTokens,
  pendingAuthenticators,
  refreshTokens,
  sessions,
} from '../database/schema.ts';
import type { Services } from '../services.ts';
import { rememberDevice } from './known-devices.ts';
import { lifetimes } from './lifetimes.ts';

export type Session = typeof sessions.$inferSelect;

export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends, in milliseconds since the epoch. */
  expiresAt: number;
}

/**
 * @param isVerified false: only what a second step needs is open until one is passed.
 * @param deviceHash the browser's, where it said which it is.
 */
export async function startSession(
  services: Services,
  tx: Database,
  userId: string,
  isVerified: boolean,
  deviceHash?: string,
): Promise<SessionTokens & { tokenId: string }> {
  const now = services.now();
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)));
  const session: Session = {
    id: randomUUID(),
    userId,
    isVerified,
    provenAt: isVerified ? now : 0,
    expiresAt: now + (isVerified ? lifetimes.session : lifetimes.limitedSession),
    deviceHash: deviceHash ?? null,
  };
  await tx.insert(sessions).values(session);
  if (isVerified) await rememberDevice(tx, session, now);
  return { tokenId: session.id, ...(await issueTokens(services, tx, session)) };
}

/** A new pair of tokens for a session, which end no later than it. */
export async function issueTokens(
  services: Services,
  tx: Database,
  session: Session,
): Promise<SessionTokens> {
  const now = services.now();
  const refreshToken = randomToken();
  await tx.insert(refreshTokens).values({
    hash: hashToken(refreshToken),
    sessionId: session.id,
    expiresAt: Math.min(now + lifetimes.refreshToken, session.expiresAt),
  });
  const lifetime = Math.min(lifetimes.accessToken, session.expiresAt - now);
  const accessToken = await signToken(
    { key: services.keys.accessTokens, purpose: 'access', audience: services.appUrl, now },
    {
      sub: session.userId,
      sid: session.id,
      jti: randomUUID(),
      // A later second step or proof doesn't change what an earlier token may do: a stolen one stays
      // limited, and stale.
      verified: session.isVerified,
      proven: session.provenAt,
    },
    lifetime,
  );
  return { accessToken, refreshToken, expiresAt: now + lifetime };
}

/**
 * Ends a session in favour of another one of the same account, which takes over its links and pending
 * set-ups. Does nothing where the old one is over already, or somebody else's.
 * @param tx a transaction that has locked the account
 */
export async function replaceSession(
  tx: Database,
  old: { sessionId: string; userId: string },
  sessionId: string,
): Promise<void> {
  const ours = and(eq(sessions.id, old.sessionId), eq(sessions.userId, old.userId));
  const [successor] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
  // Locked before what belongs to it, as wherever a session ends.
  const [locked] = await tx.select().from(sessions).where(ours).for('update');
  if (locked === undefined || locked.userId !== successor?.userId) return;
  for (const table of [linkTokens, pendingAuthenticators, challenges])
    await tx.update(table).set({ sessionId }).where(eq(table.sessionId, locked.id));
  await tx.delete(sessions).where(ours);
}

/** Ends all sessions of an account, except one if given. */
export async function endOtherSessions(
  tx: Database,
  userId: string,
  keptSessionId?: string,
): Promise<void> {
  await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        keptSessionId === undefined ? undefined : ne(sessions.id, keptSessionId),
      ),
    );
}
