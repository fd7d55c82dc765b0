import { eq } from 'drizzle-orm';
import { toDataURL } from 'qrcode';
import { cleanCode } from '../../../src/lib/clean-code.ts';
import { productName } from '../../brand/brand.ts';
import { seal, unseal } from '../crypto/seal.ts';
import type { Database } from '../database/open-database.ts';
import { authenticators, pendingAuthenticators } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { countGuess, takeBackGuess, tellOfCodeLock, wrongCode } from '../limits/guesses.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { lifetimes } from '../session/lifetimes.ts';
import { hashBackupCode, newBackupCodes, replaceBackupCodes } from './backup-codes.ts';
import { completeSetup } from './complete-setup.ts';
import { isTotpCode, matchTotpStep, newTotpSecret, totpUri } from './totp.ts';

/** The contract's error message for a set-up that was not confirmed. */
export const setupFailed = 'MFA setup verification failed';

async function findPending({ now }: Services, tx: Database, { user, session }: Caller) {
  const [pending] = await tx
    .select()
    .from(pendingAuthenticators)
    .where(eq(pendingAuthenticators.userId, user.id));
  // A set-up belongs to one session: no other session may learn its secret.
  const isOurs = pending?.sessionId === session.id && pending.expiresAt > now();
  return isOurs ? pending : undefined;
}

/**
 * Begins or continues the set-up of an authenticator app. While it is pending in this session, the
 * secret stays the same, because the app may have it already. Backup codes are new each time,
 * because only their hashes are stored.
 */
export async function beginAuthenticatorSetup(services: Services, caller: Caller) {
  const { user, session } = caller;
  const { keys } = services;
  const backupCodes = newBackupCodes();
  const secret = await services.database.transaction(async (tx) => {
    await holdCaller(services, tx, caller);
    const pending = await findPending(services, tx, caller);
    const plain =
      pending === undefined ? newTotpSecret() : unseal(keys.seeds, user.id, pending.sealedSecret);
    const row = {
      sessionId: session.id,
      sealedSecret: seal(keys.seeds, user.id, plain),
      backupCodeHashes: backupCodes.map((code) => hashBackupCode(services, code)),
      expiresAt: services.now() + lifetimes.pendingSetup,
    };
    await tx
      .insert(pendingAuthenticators)
      .values({ userId: user.id, ...row })
      .onConflictDoUpdate({ target: pendingAuthenticators.userId, set: row });
    return plain;
  });
  const { brand } = services;
  const uri = totpUri(secret, user.email, brand.issuer ?? productName(brand));
  return { secret, qrCode: await toDataURL(uri), backupCodes };
}

/** Confirms the pending app with one of its codes. It replaces the previous app. */
export async function verifyAuthenticatorSetup(
  services: Services,
  caller: Caller,
  typed: string,
): Promise<void> {
  const { id } = caller.user;
  const code = cleanCode(typed);
  const noGuess = new Refusal(400, setupFailed);
  if (!isTotpCode(code)) throw noGuess;
  if ((await findPending(services, services.database, caller)) === undefined) throw noGuess;
  const guessesLeft = await countGuess(services, id);
  const completed = completeSetup(services, caller, 'GOOGLE_AUTH', async (tx) => {
    const pending = await findPending(services, tx, caller);
    if (pending === undefined) throw noGuess;
    const { sealedSecret, backupCodeHashes } = pending;
    const secret = unseal(services.keys.seeds, id, sealedSecret);
    const lastStep = matchTotpStep(secret, code, services.now());
    if (lastStep === undefined) throw wrongCode(guessesLeft, setupFailed);
    await takeBackGuess(tx, id);
    await tx
      .insert(authenticators)
      .values({ userId: id, sealedSecret, lastStep })
      .onConflictDoUpdate({ target: authenticators.userId, set: { sealedSecret, lastStep } });
    await replaceBackupCodes(tx, id, backupCodeHashes);
    await tx.delete(pendingAuthenticators).where(eq(pendingAuthenticators.userId, id));
  });
  await completed.catch(async (error: unknown) => {
    await tellOfCodeLock(services, id);
    throw error;
  });
}
