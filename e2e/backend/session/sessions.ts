import { and, eq, ne } from 'drizzle-orm';
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
  signIns,
} from '../database/schema.ts';
import type { Services } from '../services.ts';
import { deleteEndedSessions, endOldestSessions } from './activity.ts';
import type { SignIn } from './describe-sign-in.ts';
import { rememberDevice } from './known-devices.ts';
import { lifetimes } from './lifetimes.ts';

export type Session = typeof sessions.$inferSelect;

export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token expires, in milliseconds since the epoch. */
  expiresAt: number;
}

/**
 * @param isVerified false where a second step must be passed first
 * @param signIn where and with what; unknown by default
 */
export async function startSession(
  services: Services,
  tx: Database,
  userId: string,
  isVerified: boolean,
  signIn: Partial<SignIn> = {},
): Promise<SessionTokens & { tokenId: string }> {
  const now = services.now();
  await deleteEndedSessions(tx, userId, now);
  const { deviceHash = null, ...description } = signIn;
  const session: Session = {
    id: randomUUID(),
    userId,
    isVerified,
    provenAt: isVerified ? now : 0,
    expiresAt: now + (isVerified ? lifetimes.session : lifetimes.limitedSession),
    deviceHash,
  };
  await tx.insert(sessions).values(session);
  const times = { startedAt: now, lastActiveAt: now };
  await tx.insert(signIns).values({ sessionId: session.id, ...times, ...description });
  if (isVerified) await settleSession(tx, session, now);
  return { tokenId: session.id, ...(await issueTokens(services, tx, session)) };
}

/** What follows once a session is verified. */
export async function settleSession(tx: Database, session: Session, now: number): Promise<void> {
  await rememberDevice(tx, session, now);
  await endOldestSessions(tx, session);
}

/** Issues a new pair of tokens. They expire no later than the session. */
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
      // A later second step or proof doesn't change what an earlier token may do: a stolen token
      // stays limited and stale.
      verified: session.isVerified,
      proven: session.provenAt,
    },
    lifetime,
  );
  return { accessToken, refreshToken, expiresAt: now + lifetime };
}

/**
 * Replaces a session by another one of the same account, which takes over its links and pending
 * set-ups. Does nothing where the old session has ended or belongs to somebody else.
 * @param tx a transaction that has locked the account
 * @returns the old session
 */
export async function replaceSession(
  tx: Database,
  old: { sessionId: string; userId: string },
  sessionId: string,
): Promise<Session | undefined> {
  const ours = and(eq(sessions.id, old.sessionId), eq(sessions.userId, old.userId));
  const [successor] = await tx.select().from(sessions).where(eq(sessions.id, sessionId));
  // Lock the session before what belongs to it, as everywhere else.
  const [locked] = await tx.select().from(sessions).where(ours).for('update');
  if (locked === undefined || locked.userId !== successor?.userId) return undefined;
  for (const table of [linkTokens, pendingAuthenticators, challenges])
    await tx.update(table).set({ sessionId }).where(eq(table.sessionId, locked.id));
  await tx.delete(sessions).where(ours);
  return locked;
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
