import { and, desc, eq, gt } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { refreshTokens, sessions, signIns } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { nameDevice } from '../mail/describe-device.ts';
import type { I18n } from '../mail/i18n.ts';
import { mostSessions } from '../session/activity.ts';
import type { Caller } from '../session/caller.ts';
import type { Session } from '../session/sessions.ts';

export interface OpenSession {
  session: Session;
  signIn: typeof signIns.$inferSelect;
  /** When it ends unless it is used: a session whose last refresh token has expired is over. */
  endsAt: number;
}

/** The caller's sessions, their own first, then those used last. */
export function readOpenSessions(
  { now }: Services,
  database: Database,
  { user, session }: Caller,
): Promise<OpenSession[]> {
  return (
    database
      .select({ session: sessions, signIn: signIns, endsAt: refreshTokens.expiresAt })
      .from(sessions)
      .innerJoin(signIns, eq(signIns.sessionId, sessions.id))
      // A session has one refresh token that is not used.
      .innerJoin(
        refreshTokens,
        and(eq(refreshTokens.sessionId, sessions.id), eq(refreshTokens.isUsed, false)),
      )
      .where(
        and(
          eq(sessions.userId, user.id),
          gt(sessions.expiresAt, now()),
          gt(refreshTokens.expiresAt, now()),
        ),
      )
      // Sessions that wait for their second step come last, so that they never push others out.
      .orderBy(
        desc(eq(sessions.id, session.id)),
        desc(sessions.isVerified),
        desc(signIns.lastActiveAt),
        sessions.id,
      )
      .limit(mostSessions)
  );
}

/** A session as the contract has it. */
export function describeSession(
  caller: Caller,
  { session, signIn, endsAt }: OpenSession,
  i18n: I18n,
) {
  const deviceName = nameDevice(signIn, i18n);
  const { network, startedAt, lastActiveAt } = signIn;
  return {
    id: session.id,
    ...(deviceName === null ? {} : { deviceName }),
    ...(network === null ? {} : { ipAddress: network }),
    startedAt: toIso(startedAt),
    lastActivity: toIso(lastActiveAt),
    expiresAt: toIso(endsAt),
    loginMethod: describeLogin(session, signIn),
    isCurrent: session.id === caller.session.id,
  };
}

function describeLogin({ isVerified }: Session, { secondStep }: OpenSession['signIn']): string {
  if (!isVerified) return 'PASSWORD+PENDING';
  return secondStep === null ? 'PASSWORD' : `PASSWORD+${secondStep}`;
}

export function toIso(time: number): string {
  return new Date(time).toISOString();
}
