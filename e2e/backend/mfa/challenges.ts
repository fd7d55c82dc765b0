import { and, eq } from 'drizzle-orm';
import { challenges } from '../database/schema.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { lifetimes } from '../session/lifetimes.ts';

type Ceremony = typeof challenges.$inferSelect.ceremony;

/** Stores a challenge for the caller's session, replacing the previous one. */
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

/** Returns the session's challenge and deletes it, whatever the outcome. */
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
