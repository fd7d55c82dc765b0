import { and, eq, lt } from 'drizzle-orm';
import { cleanCode } from '../../../src/lib/clean-code.ts';
import { unseal } from '../crypto/seal.ts';
import type { Database } from '../database/open-database.ts';
import { authenticators } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { countBackupCodes, isBackupCode, useBackupCode } from './backup-codes.ts';
import { isTotpCode, matchTotpStep } from './totp.ts';

/**
 * Cleans a typed code.
 *
 * @throws Refusal where it has the form of neither an app's code nor a backup code. That is a
 *   typing error and not a guess, so call this before the guess is counted.
 */
export function readSignInCode(typed: string): string {
  const code = cleanCode(typed);
  if (!isTotpCode(code) && !isBackupCode(code)) throw new Refusal(400, 'Invalid code');
  return code;
}

/** Whether a cleaned code is the app's current code or a backup code. Uses it up. */
export async function isAuthenticatorCodeRight(
  services: Services,
  tx: Database,
  { user, session }: Pick<Caller, 'user' | 'session'>,
  code: string,
): Promise<boolean> {
  const [authenticator] = await tx
    .select()
    .from(authenticators)
    .where(eq(authenticators.userId, user.id));
  if (authenticator === undefined) return false;
  const secret = unseal(services.keys.seeds, user.id, authenticator.sealedSecret);
  const step = matchTotpStep(secret, code, services.now());
  if (step === undefined) return isBackupCodeRight(services, tx, { user, session }, code);
  // A code works once, and codes of earlier time steps no longer work (RFC 6238, 5.2).
  const advanced = await tx
    .update(authenticators)
    .set({ lastStep: step })
    .where(and(eq(authenticators.userId, user.id), lt(authenticators.lastStep, step)))
    .returning();
  return advanced.length > 0;
}

/** A thief may find backup codes on paper, so the owner gets a mail about each one that is used. */
async function isBackupCodeRight(
  services: Services,
  tx: Database,
  { user, session }: Pick<Caller, 'user' | 'session'>,
  code: string,
): Promise<boolean> {
  if (!(await useBackupCode(services, tx, user.id, code))) return false;
  const left = await countBackupCodes(tx, user.id);
  const circumstances = await readCircumstances(tx, user.id, session.id);
  await writeNotice(services, tx, user, { kind: 'backup-code-used', left }, circumstances);
  return true;
}
