import { eq } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import {
  authenticators,
  backupCodes,
  linkTokens,
  methods,
  passkeys,
  pendingAuthenticators,
  users,
} from '../database/schema.ts';
import { forgetGuesses } from '../limits/guesses.ts';
import { forgetStrangers } from '../limits/password-guesses.ts';

/** Removes all methods of an account and their data, and unlocks its codes and sign-in. */
export async function forgetMethods(tx: Database, { id }: User): Promise<void> {
  for (const table of [
    methods,
    authenticators,
    pendingAuthenticators,
    backupCodes,
    passkeys,
    linkTokens,
  ])
    await tx.delete(table).where(eq(table.userId, id));
  await tx.update(users).set({ primaryMethod: null }).where(eq(users.id, id));
  await forgetGuesses(tx, id);
  await forgetStrangers(tx, id);
}
