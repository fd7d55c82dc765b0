import { and, eq } from 'drizzle-orm';
import { challenges } from '../database/schema.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { lifetimes } from '../session/lifetimes.ts';

type Ceremony = typeof challenges.$inferSelect.ceremony;

/** Keeps a challenge for the caller's session, in place of the one before. */
export async function keepChallenge(
  services: Services,
  caller: Caller,
  ceremony: Ceremony,
  challenge: string,
): Promise<void> {
  const row = { challenge, expiresAt: services.now() + lifetimes.challenge };
  await services.database.transaction(async (tx) => {
    const { session } = await holdCaller(services, tx, caller);
    await tx
      .insert(challenges)
      .values({ sessionId: session.id, ceremony, ...row })
      .onConflictDoUpdate({ target: [challenges.sessionId, challenges.ceremony], set: row });
  });
}

/** The session's challenge. It is used up, whatever comes of it. */
export async function takeChallenge(
  { database, now }: Services,
  { session }: Caller,
  ceremony: Ceremony,
): Promise<string | undefined> {
  const [taken] = await database
    .delete(challenges)
    .where(and(eq(challenges.sessionId, session.id), eq(challenges.ceremony, ceremony)))
    .returning();
  return taken !== undefined && taken.expiresAt > now() ? taken.challenge : undefined;
}
