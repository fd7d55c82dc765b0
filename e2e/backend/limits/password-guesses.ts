import { and, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import { keyedHash } from '../crypto/hash.ts';
import type { Database } from '../database/open-database.ts';
import { knownDevices, passwordFailures, rateLimits } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Services } from '../services.ts';
import { countTry, forgetOldTries } from './rate-limit.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/**
 * NIST SP 800-63B-4, 3.2.2 allows at most this many failures in a row, however long the waits
 * between them.
 */
const failuresInRow = 100;
/**
 * Anybody can cause failures for addresses without an account, so these rows are deleted after a
 * while; otherwise they would fill the database. Until then, answers do not reveal which addresses
 * have an account.
 */
const unknownAddress = 30 * day;

export interface Guesser {
  email: string;
  /** Undefined where the address has no account. */
  user: User | undefined;
  /** A browser in which the account has signed in before; undefined for an unknown browser. */
  deviceHash: string | undefined;
  source: string;
}

/** One password try, counted as wrong before the password is checked. */
export interface PasswordGuess {
  wasRight(): Promise<void>;
  wasWrong(): Promise<void>;
}

/**
 * Counts a try before the password is checked, so that concurrent tries cannot exceed the limits.
 * Ten tries in 15 minutes are allowed to each network address of unknown browsers, and ten to each
 * known browser. So a stranger cannot lock the owner out of a known browser, not even from the
 * same address.
 *
 * A hundred failures in a row close sign-in for good. Unknown browsers share one count per
 * account, from whatever address, which closes sign-in for unknown browsers only. A right password
 * from one of them resets it, and so does a reset by an administrator. Each known browser has its
 * own count; when that is used up, the browser counts as unknown until it signs in again. The
 * owner gets a mail about both.
 */
export async function countPasswordGuess(
  services: Services,
  guesser: Guesser,
): Promise<PasswordGuess> {
  const { email, deviceHash, source } = guesser;
  const key = keyOf(services, email, source, deviceHash);
  await countTry(services, { key, count: 10, window: 15 * minute });
  await forgetOldTries(services);
  const inRow = await countInRow(services, guesser);
  return {
    wasRight: async () => {
      await services.database.delete(rateLimits).where(eq(rateLimits.key, key));
      await forgetInRow(services, guesser);
    },
    wasWrong: async () => {
      if (inRow === failuresInRow) await tell(services, guesser);
    },
  };
}

/** Forgets all wrong passwords, since another password was set. Other sources wait out their windows. */
export async function forgetPasswordFailures(
  services: Services,
  tx: Database,
  user: User,
  source: string,
): Promise<void> {
  await forgetStrangers(tx, user.id);
  const failures = { failuresInRow: 0 };
  await tx.update(knownDevices).set(failures).where(eq(knownDevices.userId, user.id));
  await tx.delete(rateLimits).where(eq(rateLimits.key, keyOf(services, user.email, source)));
}

/** Opens sign-in to unknown browsers again. */
export async function forgetStrangers(tx: Database, userId: string): Promise<void> {
  await tx.delete(passwordFailures).where(eq(passwordFailures.account, userId));
}

const closed = () =>
  new Refusal(
    403,
    'Too many wrong passwords. Use a browser that you have signed in with before, or ask for help',
  );

async function countInRow(services: Services, guesser: Guesser): Promise<number> {
  if (guesser.user === undefined || guesser.deviceHash === undefined)
    return countStranger(services, guesser);
  const [counted] = await services.database
    .update(knownDevices)
    .set({ failuresInRow: sql`${knownDevices.failuresInRow} + 1` })
    .where(
      and(ours(guesser.user.id, guesser.deviceHash), lt(knownDevices.failuresInRow, failuresInRow)),
    )
    .returning();
  if (counted === undefined) throw closed();
  return counted.failuresInRow;
}

async function countStranger(services: Services, guesser: Guesser): Promise<number> {
  const { database, now } = services;
  await forgetOldFailures(services);
  const forgottenAt = guesser.user === undefined ? now() + unknownAddress : null;
  const [counted] = await database
    .insert(passwordFailures)
    .values({ account: account(services, guesser), inRow: 1, forgottenAt })
    .onConflictDoUpdate({
      target: passwordFailures.account,
      set: { inRow: sql`least(${passwordFailures.inRow}, ${failuresInRow}) + 1`, forgottenAt },
    })
    .returning();
  const inRow = counted?.inRow ?? 1;
  if (inRow <= failuresInRow) return inRow;
  // A process that ended between the last failure and its mail left the mail to this try.
  if (counted?.isTold === false) await tell(services, guesser);
  throw closed();
}

async function forgetInRow(services: Services, guesser: Guesser): Promise<void> {
  const { database } = services;
  const { user, deviceHash } = guesser;
  if (user !== undefined && deviceHash !== undefined)
    await database.update(knownDevices).set({ failuresInRow: 0 }).where(ours(user.id, deviceHash));
  else
    await database
      .delete(passwordFailures)
      .where(eq(passwordFailures.account, account(services, guesser)));
}

/** Mails the owner, once, that a hundred failures in a row have closed sign-in. */
async function tell(services: Services, guesser: Guesser): Promise<void> {
  const { user, deviceHash } = guesser;
  await services.database.transaction(async (tx) => {
    if (user !== undefined && deviceHash !== undefined) {
      const forgotten = await tx.delete(knownDevices).where(ours(user.id, deviceHash)).returning();
      if (forgotten.length > 0)
        await writeNotice(
          services,
          tx,
          user,
          { kind: 'browser-forgotten' },
          await readCircumstances(tx, user.id),
        );
      return;
    }
    const told = await tx
      .update(passwordFailures)
      .set({ isTold: true })
      .where(
        and(
          eq(passwordFailures.account, account(services, guesser)),
          eq(passwordFailures.isTold, false),
        ),
      )
      .returning();
    if (told.length > 0 && user !== undefined)
      await writeNotice(
        services,
        tx,
        user,
        { kind: 'new-browsers-locked-out' },
        await readCircumstances(tx, user.id),
      );
  });
  services.outboxWorker.wake();
}

function ours(userId: string, hash: string) {
  return and(eq(knownDevices.userId, userId), eq(knownDevices.hash, hash));
}

function keyOf({ keys }: Services, email: string, source: string, deviceHash?: string): string {
  const who = deviceHash === undefined ? `from ${source}` : `in ${deviceHash}`;
  return `login ${keyedHash(keys.rateLimits, `${email} ${who}`)}`;
}

function account({ keys }: Services, { user, email }: Guesser): string {
  return user?.id ?? keyedHash(keys.rateLimits, email);
}

async function forgetOldFailures({ database, now }: Services): Promise<void> {
  const old = database
    .select({ account: passwordFailures.account })
    .from(passwordFailures)
    .where(lte(passwordFailures.forgottenAt, now()))
    // Skips rows that another process is deleting.
    .for('update', { skipLocked: true });
  await database.delete(passwordFailures).where(inArray(passwordFailures.account, old));
}
