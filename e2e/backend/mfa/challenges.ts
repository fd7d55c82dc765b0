import { and, eq } from 'drizzle-orm';
import { challenges } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { holdSession } from '../session/hold-session.ts';
import { lifetimes } from '../session/lifetimes.ts';
import type { Session } from '../session/sessions.ts';

type Ceremony = typeof challenges.$inferSelect.ceremony;

/** Keeps a challenge for the session that it was made for, in place of the one before. */
export async function keepChallenge(
  { database, now }: Services,
  session: Session,
  ceremony: Ceremony,
  challenge: string,
): Promise<void> {
  const row = { challenge, expiresAt: now() + lifetimes.challenge };
  await database.transaction(async (tx) => {
    await holdSession(tx, session);
    await tx
      .insert(challenges)
      .values({ sessionId: session.id, ceremony, ...row })
      .onConflictDoUpdate({ target: [challenges.sessionId, challenges.ceremony], set: row });
  });
}

/** The session's challenge, once, whatever comes of it. */
export async function takeChallenge(
  { database, now }: Services,
  session: Session,
  ceremony: Ceremony,
): Promise<string | undefined> {
  const [taken] = await database
    .delete(challenges)
    .where(and(eq(challenges.sessionId, session.id), eq(challenges.ceremony, ceremony)))
    .returning();
  return taken !== undefined && taken.expiresAt > now() ? taken.challenge : undefined;
}
