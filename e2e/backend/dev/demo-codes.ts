import { eq, inArray } from 'drizzle-orm';
import { unseal } from '../crypto/seal.ts';
import { authenticators, pendingAuthenticators, users } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import type { Services } from '../services.ts';
import { demoEmails } from './demo-accounts.ts';

export interface DemoCodes {
  email: string;
  /** The code that the account's authenticator app shows now. */
  code: string | undefined;
  /** The same for an app that is being set up. */
  pendingCode: string | undefined;
}

export async function readDemoCodes({ database, keys, now }: Services): Promise<DemoCodes[]> {
  const rows = await database
    .select()
    .from(users)
    .leftJoin(authenticators, eq(authenticators.userId, users.id))
    .leftJoin(pendingAuthenticators, eq(pendingAuthenticators.userId, users.id))
    .where(inArray(users.email, demoEmails))
    .orderBy(users.email);
  return rows.map((row) => {
    const codeOf = (sealed: string | undefined) =>
      sealed === undefined
        ? undefined
        : currentTotpCode(unseal(keys.seeds, row.users.id, sealed), now());
    return {
      email: row.users.email,
      code: codeOf(row.authenticators?.sealedSecret),
      pendingCode: codeOf(row.pending_authenticators?.sealedSecret),
    };
  });
}
