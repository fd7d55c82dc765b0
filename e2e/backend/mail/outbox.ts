import { asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { outbox } from '../database/schema.ts';
import { logFailure } from '../http/log.ts';
import type { Services } from '../services.ts';
import type { OutgoingMail } from './open-mailer.ts';

const minute = 60_000;
/** RFC 5321, 4.5.4.1: after this, a mail that nobody takes is given up. */
const patience = 5 * 24 * 60 * minute;

type Carrier = Pick<Services, 'database' | 'mailer' | 'now'>;

export async function putInOutbox(tx: Database, mail: OutgoingMail): Promise<void> {
  const { to: recipient, subject, text, html, date } = mail;
  const writtenAt = date.getTime();
  await tx.insert(outbox).values({ recipient, subject, text, html, writtenAt, dueAt: writtenAt });
}

/** Sends what is due, oldest first. Each mail goes out at least once, whoever dies on the way. */
export async function emptyOutbox(carrier: Carrier): Promise<void> {
  for (let mail = await claim(carrier); mail !== undefined; mail = await claim(carrier))
    await deliver(carrier, mail);
}

/**
 * Takes one mail for a while: a minute, then two, four, up to about an hour. It is nobody else's
 * until then, and anybody's after, unless it is gone. No lock is held while the mail server thinks.
 */
async function claim({ database, now }: Carrier) {
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
  { database, mailer, now }: Carrier,
  mail: typeof outbox.$inferSelect,
): Promise<void> {
  const { id, recipient: to, subject, text, html, writtenAt } = mail;
  try {
    await mailer.send({ to, subject, text, html, date: new Date(writtenAt) });
  } catch (error) {
    logFailure('The mail about a change could not be sent', error);
    if (now() - writtenAt < patience) return;
  }
  await database.delete(outbox).where(eq(outbox.id, id));
}
