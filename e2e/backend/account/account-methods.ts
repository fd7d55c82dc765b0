import { and, eq } from 'drizzle-orm';
import { mfaTypes } from '../../../src/api/contract.ts';
import type { MfaType } from '../../../src/api/contract.ts';
import type { User } from './find-user.ts';
import type { Database } from '../database/open-database.ts';
import { methods, users } from '../database/schema.ts';

type Account = Pick<User, 'id' | 'primaryMethod'>;

export interface AccountMethods {
  /** Both lists have the strongest method first. */
  configured: MfaType[];
  enabled: MfaType[];
}

export async function readMethods(
  database: Database,
  { id }: Pick<User, 'id'>,
): Promise<AccountMethods> {
  const rows = await database.select().from(methods).where(eq(methods.userId, id));
  return sortMethods(Object.fromEntries(rows.map(({ type, isEnabled }) => [type, isEnabled])));
}

/** @param isEnabled by type, of the configured methods */
export function sortMethods(isEnabled: Partial<Record<string, boolean>>): AccountMethods {
  return {
    configured: mfaTypes.filter((type) => isEnabled[type] !== undefined),
    enabled: mfaTypes.filter((type) => isEnabled[type] === true),
  };
}

/**
 * Turns a method on, and configures it first if necessary. The first method to be on becomes
 * primary.
 */
export async function turnOn(tx: Database, user: Account, type: MfaType): Promise<void> {
  await tx
    .insert(methods)
    .values({ userId: user.id, type, isEnabled: true })
    .onConflictDoUpdate({ target: [methods.userId, methods.type], set: { isEnabled: true } });
  if (user.primaryMethod === null)
    await tx.update(users).set({ primaryMethod: type }).where(eq(users.id, user.id));
}

/**
 * Turns a method off but keeps it configured. If it was primary, the strongest method that is
 * still on becomes primary.
 */
export async function turnOff(tx: Database, user: Account, type: MfaType): Promise<void> {
  await tx
    .update(methods)
    .set({ isEnabled: false })
    .where(and(eq(methods.userId, user.id), eq(methods.type, type)));
  if (user.primaryMethod !== type) return;
  const { enabled } = await readMethods(tx, user);
  await tx
    .update(users)
    .set({ primaryMethod: enabled[0] ?? null })
    .where(eq(users.id, user.id));
}
