import { and, eq, gte, lt, lte, sql } from 'drizzle-orm';
import { findUser } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Services } from '../services.ts';
import { lifetimes } from '../session/lifetimes.ts';
import { tooManyTries } from './rate-limit.ts';

const guessesBeforeLock = 5;
/**
 * NIST SP 800-63B-4, 3.2.2 allows at most this many failures in a row, however long the waits
 * between them.
 */
const guessesInRow = 100;

/**
 * Counts a code as wrong before checking it, in one statement. So at most five of several
 * concurrent codes are checked, and a crash in between does not give a try back. The count belongs
 * to the account, not to a session. Returns how many tries are left; throws when there are none.
 */
export async function countGuess(services: Services, userId: string): Promise<number> {
  const { database, now } = services;
  const time = now();
  const count = sql`CASE WHEN ${users.wrongCodes} >= ${guessesBeforeLock} THEN 1 ELSE ${users.wrongCodes} + 1 END`;
  const [counted] = await database
    .update(users)
    .set({
      wrongCodes: count,
      wrongCodesInRow: sql`${users.wrongCodesInRow} + 1`,
      lockedUntil: sql`CASE WHEN ${count} >= ${guessesBeforeLock} THEN ${time + lifetimes.lock}::bigint ELSE 0 END`,
    })
    .where(
      and(
        eq(users.id, userId),
        lte(users.lockedUntil, time),
        lt(users.wrongCodesInRow, guessesInRow),
      ),
    )
    .returning();
  if (counted !== undefined) return guessesBeforeLock - counted.wrongCodes;
  const user = await findUser(database, userId);
  if (user !== undefined && user.lockedUntil > time) throw tooManyTries(user.lockedUntil - time);
  // A process that ended between the last wrong code and its mail left the mail to this try.
  await tellOfCodeLock(services, userId);
  throw new Refusal(403, 'Too many wrong codes. Use another method, or ask for a reset');
}

/**
 * Mails the owner, once, when codes are locked for good. Call it after a wrong code, outside the
 * transaction that was rolled back.
 */
export async function tellOfCodeLock(services: Services, userId: string): Promise<void> {
  await services.database.transaction(async (tx) => {
    const [locked] = await tx
      .update(users)
      .set({ isCodeLockTold: true })
      .where(
        and(
          eq(users.id, userId),
          gte(users.wrongCodesInRow, guessesInRow),
          eq(users.isCodeLockTold, false),
        ),
      )
      .returning();
    if (locked === undefined) return;
    const circumstances = await readCircumstances(tx, userId);
    await writeNotice(services, tx, locked, { kind: 'codes-locked' }, circumstances);
  });
  services.outboxWorker.wake();
}

/** Resets the counts after a second step was passed. */
export async function forgetGuesses(tx: Database, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({ wrongCodes: 0, wrongCodesInRow: 0, lockedUntil: 0, isCodeLockTold: false })
    .where(eq(users.id, userId));
}

/**
 * Takes back the count of one code that was right, and no other: confirming a new authenticator
 * app proves nothing about who guessed at the old one.
 */
export async function takeBackGuess(tx: Database, userId: string): Promise<void> {
  await tx
    .update(users)
    .set({
      wrongCodes: sql`greatest(${users.wrongCodes} - 1, 0)`,
      wrongCodesInRow: sql`greatest(${users.wrongCodesInRow} - 1, 0)`,
      lockedUntil: 0,
    })
    .where(eq(users.id, userId));
}

export function wrongCode(guessesLeft: number, error = 'Invalid code'): Refusal {
  return new Refusal(400, error, { data: { attemptsLeft: guessesLeft } });
}
