import { eq } from 'drizzle-orm';
import { errorCodes } from '../../../src/api/contract.ts';
import type { User } from './find-user.ts';
import type { Database } from '../database/open-database.ts';
import { organizations } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { readMethods } from './account-methods.ts';

/** Whether someone's organisation requires a second step of them. */
export async function isEnforcedFor(database: Database, { orgId }: User): Promise<boolean> {
  if (orgId === null) return false;
  const [row] = await database.select().from(organizations).where(eq(organizations.id, orgId));
  return row?.enforced === true;
}

/** The same for a change that goes by it: until the transaction ends, nobody changes the answer. */
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
 * Someone whose organisation requires a second step, and who has none, cannot be asked for one. Their
 * session is for setting one up: the password is its proof, fresh for ten minutes as ever, `status`
 * says `isRequired`, and what concerns the organisation stays closed until a method is on.
 */
export async function requireOwnSecondStep(database: Database, user: User): Promise<void> {
  const { enabled } = await readMethods(database, user);
  if (enabled.length === 0 && (await isEnforcedFor(database, user)))
    throw new Refusal(403, 'Your organization requires a second step. Set one up first', {
      error_code: errorCodes.mfaRequired,
    });
}
