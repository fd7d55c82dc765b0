import { asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { outbox } from '../database/schema.ts';
import { sourceLanguage } from '../http/languages.ts';
import { logFailure } from '../log.ts';
import type { Mailer, OutgoingMail } from './open-mailer.ts';

const minute = 60_000;
/** A mail that no server accepts is dropped after five days (RFC 5321, 4.5.4.1). */
const longestWait = 5 * 24 * 60 * minute;

interface Sender {
  database: Database;
  mailer: Mailer;
  now: () => number;
}

/** Sends what is in the outbox: when it starts, when it is woken, and every minute. */
export interface OutboxWorker {
  /** Call it after a change is committed. It returns at once; nobody waits for the mail server. */
  wake(): void;
  /** Resolves when no mail is being sent. */
  whenIdle(): Promise<void>;
  stop(): Promise<void>;
}

export async function putInOutbox(tx: Database, mail: OutgoingMail): Promise<void> {
  const { to: recipient, date, ...parts } = mail;
  const writtenAt = date.getTime();
  await tx.insert(outbox).values({ recipient, ...parts, writtenAt, dueAt: writtenAt });
}

/**
 * Sends every mail that is due, oldest first. Each is sent at least once, even if a process ends
 * meanwhile.
 */
export async function emptyOutbox(sender: Sender): Promise<void> {
  for (let mail = await claim(sender); mail !== undefined; mail = await claim(sender))
    await deliver(sender, mail);
}

/**
 * Reserves one mail for this process: for a minute at the first try, then two, four, up to about an
 * hour. After that, any process may try again. No lock is held while the mail server answers.
 */
async function claim({ database, now }: Sender) {
  const oldest = database
    .select({ id: outbox.id })
    .from(outbox)
    .where(lte(outbox.dueAt, now()))
    .orderBy(asc(outbox.id))
    .limit(1)
    .for('update', { skipLocked: true });
  const [mail] = await database
    .update(outbox)
    .set({
      dueAt: sql`${now()}::bigint + ${minute} * (1 << least(${outbox.tries}, 6))`,
      tries: sql`${outbox.tries} + 1`,
    })
    .where(eq(outbox.id, sql`(${oldest})`))
    .returning();
  return mail;
}

async function deliver(
  { database, mailer, now }: Sender,
  mail: typeof outbox.$inferSelect,
): Promise<void> {
  const { id, recipient: to, subject, text, html, writtenAt } = mail;
  const language = mail.language ?? sourceLanguage;
  try {
    await mailer.send({ to, language, subject, text, html, date: new Date(writtenAt) });
  } catch (error) {
    logFailure('The mail about a change could not be sent', error);
    if (now() - writtenAt < longestWait) return;
  }
  await database.delete(outbox).where(eq(outbox.id, id));
}

export function startOutboxWorker(sender: Sender): OutboxWorker {
  let round: Promise<void> | undefined;
  let isWokenAgain = false;
  const runRound = async () => {
    do {
      isWokenAgain = false;
      await emptyOutbox(sender).catch((error: unknown) => {
        logFailure('The outbox could not be read', error);
      });
    } while (isWokenAgain);
    round = undefined;
  };
  const wake = () => {
    isWokenAgain = true;
    round ??= runRound();
  };
  const timer = setInterval(wake, minute).unref();
  wake();
  return {
    wake,
    whenIdle: async () => round,
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
