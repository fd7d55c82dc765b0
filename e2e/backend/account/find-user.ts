import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { users } from '../database/schema.ts';

export type User = typeof users.$inferSelect;

/** Email addresses are compared without regard to case and surrounding spaces. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

export async function findUser(database: Database, id: string): Promise<User | undefined> {
  const [user] = await database.select().from(users).where(eq(users.id, id));
  return user;
}

/**
 * Locks an account's row until the transaction ends. Every change of an account's methods locks it
 * first, so concurrent changes run one after the other, on either database engine.
 */
export async function lockUser(tx: Database, id: string): Promise<User | undefined> {
  const [user] = await lockUsers(tx, [id]);
  return user;
}

/**
 * Locks several accounts, always in the order of their ids, so that two changes cannot deadlock.
 */
export function lockUsers(tx: Database, ids: string[]): Promise<User[]> {
  return tx.select().from(users).where(inArray(users.id, ids)).orderBy(users.id).for('update');
}
