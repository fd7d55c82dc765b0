import { and, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import { keyedHash } from '../crypto/hash.ts';
import type { Database } from '../database/open-database.ts';
import { knownDevices, passwordFailures, rateLimits } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { writeChangeMail } from '../mail/change-mail.ts';
import type { Services } from '../services.ts';
import { countTry, forgetOldTries } from './rate-limit.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** NIST SP 800-63B-4, 3.2.2: no more than this in a row, however long the waits between. */
const failuresInRow = 100;
/**
 * Anybody can make failures for addresses that no account has, so these are forgotten some day: else
 * they would fill the database. Until then the answers do not say which addresses have an account.
 */
const unknownAddress = 30 * day;

export interface Guesser {
  email: string;
  /** Undefined: the address has no account. */
  user: User | undefined;
  /** A browser in which the account has signed in before; undefined: a stranger. */
  deviceHash: string | undefined;
  source: string;
}

/** One try at a password, counted as wrong before it is looked at. */
export interface PasswordGuess {
  wasRight(): Promise<void>;
  wasWrong(): Promise<void>;
}

/**
 * Counts a try, so that of any number at once no more than the limits allow are judged. Ten in 15
 * minutes are allowed to each address that strangers come from, and ten to each known browser: so no
 * stranger keeps the owner out of a browser of theirs, not even from the same address.
 *
 * A hundred failures in a row close sign-in for ever. Strangers share one count for each account,
 * wherever they come from, and close it for unknown browsers only; a right password from one sets it
 * back, and so does a reset by an administrator. Each known browser has a count of its own; when it is
 * used up, the browser is a stranger like others, until it signs in again. Either is told by mail.
 */
export async function countPasswordGuess(
  services: Services,
  guesser: Guesser,
): Promise<PasswordGuess> {
  const { keys } = services;
  const { email, deviceHash, source } = guesser;
  const who = deviceHash === undefined ? `from ${source}` : `in ${deviceHash}`;
  const key = `login ${keyedHash(keys.rateLimits, `${email} ${who}`)}`;
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

/** Opens sign-in again to unknown browsers. */
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
  // Whoever died between the last failure and its mail left it to this try.
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

/** Says once that a hundred failures in a row have closed what they close. */
async function tell(services: Services, guesser: Guesser): Promise<void> {
  const { user, deviceHash } = guesser;
  await services.database.transaction(async (tx) => {
    if (user !== undefined && deviceHash !== undefined) {
      const forgotten = await tx.delete(knownDevices).where(ours(user.id, deviceHash)).returning();
      if (forgotten.length > 0)
        await writeChangeMail(services, tx, user, browserForgotten, subject);
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
      await writeChangeMail(services, tx, user, strangersClosed, subject);
  });
  services.outboxWorker.wake();
}

const subject = 'Too many wrong passwords';
const strangersClosed =
  'Somebody typed a wrong password for your account 100 times in a row. Nobody can sign in to it any more from a browser that is new to it, even with the right password. Browsers that you have signed in with before still work.';
const browserForgotten =
  'Somebody typed a wrong password for your account 100 times in a row, in a browser that you have signed in with before. That browser now counts as new to your account.';

function ours(userId: string, hash: string) {
  return and(eq(knownDevices.userId, userId), eq(knownDevices.hash, hash));
}

function account({ keys }: Services, { user, email }: Guesser): string {
  return user?.id ?? keyedHash(keys.rateLimits, email);
}

async function forgetOldFailures({ database, now }: Services): Promise<void> {
  const old = database
    .select({ account: passwordFailures.account })
    .from(passwordFailures)
    .where(lte(passwordFailures.forgottenAt, now()))
    // What another process is forgetting, too, is not waited for.
    .for('update', { skipLocked: true });
  await database.delete(passwordFailures).where(inArray(passwordFailures.account, old));
}
