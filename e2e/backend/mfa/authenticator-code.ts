import { and, eq, lt } from 'drizzle-orm';
import { unseal } from '../crypto/seal.ts';
import type { Database } from '../database/open-database.ts';
import { authenticators } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { useBackupCode } from './backup-codes.ts';
import { matchTotpStep } from './totp.ts';

/** Whether a code is the app's or a backup code; either is used up by it. */
export async function isAuthenticatorCodeRight(
  services: Services,
  tx: Database,
  userId: string,
  code: string,
): Promise<boolean> {
  const [authenticator] = await tx
    .select()
    .from(authenticators)
    .where(eq(authenticators.userId, userId));
  if (authenticator === undefined) return false;
  const secret = unseal(services.keys.seeds, userId, authenticator.sealedSecret);
  const step = matchTotpStep(secret, code, services.now());
  if (step === undefined) return useBackupCode(services, tx, userId, code);
  // RFC 6238, 5.2: a code is good once. Nor is one from a step before that.
  const advanced = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(eq(authenticators.userId, userId), lt(authenticators.lastStep, step)))
    .returning();
  return advanced.length > 0;
}
