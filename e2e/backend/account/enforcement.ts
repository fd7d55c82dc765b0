import { eq } from 'drizzle-orm';
import { errorCodes } from '../../../src/api/contract.ts';
import type { User } from './find-user.ts';
import type { Database } from '../database/open-database.ts';
import { organizations } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { readMethods } from './account-methods.ts';

/** Whether the user's organization requires a second step. */
export async function isEnforcedFor(database: Database, { orgId }: User): Promise<boolean> {
  if (orgId === null) return false;
  const [row] = await database.select().from(organizations).where(eq(organizations.id, orgId));
  return row?.enforced === true;
}

/**
 * Like `isEnforcedFor`, but locks the answer until the transaction ends, for changes that depend
 * on it.
 */
export async function holdEnforcement(tx: Database, { orgId }: User): Promise<boolean> {
  if (orgId === null) return false;
  const [row] = await tx
    .select()
    .from(organizations)
    .where(eq(organizations.id, orgId))
    .for('share');
  return row?.enforced === true;
}

/**
 * A user without a method cannot be asked for a second step, even where the organization requires
 * one. Such a session can only be used to set one up: the password counts as proof for ten
 * minutes, `status` says `isRequired`, and the organization's calls answer 403 until a method is
 * on.
 */
export async function requireOwnSecondStep(database: Database, user: User): Promise<void> {
  const { enabled } = await readMethods(database, user);
  if (enabled.length === 0 && (await isEnforcedFor(database, user)))
    throw new Refusal(403, 'Your organization requires a second step. Set one up first', {
      error_code: errorCodes.mfaRequired,
    });
}
