import { eq, inArray } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { users } from '../database/schema.ts';

export type User = typeof users.$inferSelect;

/** Addresses are compared without case and outer spaces, as people type them. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

export async function findUser(database: Database, id: string): Promise<User | undefined> {
  const [user] = await database.select().from(users).where(eq(users.id, id));
  return user;
}

/**
 * Locks an account's row until the transaction ends. Every change of an account's methods starts
 * with it, so that two at once happen one after the other, on either engine.
 */
export async function lockUser(tx: Database, id: string): Promise<User | undefined> {
  const [user] = await lockUsers(tx, [id]);
  return user;
}

/** The same for several accounts, always in the order of their ids, so that no two changes deadlock. */
export function lockUsers(tx: Database, ids: string[]): Promise<User[]> {
  return tx.select().from(users).where(inArray(users.id, ids)).orderBy(users.id).for('update');
}
