import { errorCodes } from '../../../src/api/contract.ts';
import type { Database } from '../database/open-database.ts';
import { Refusal } from '../http/refusal.ts';
import { requireOwnSecondStep } from '../account/enforcement.ts';
import type { Services } from '../services.ts';
import type { Caller } from './caller.ts';
import { lifetimes } from './lifetimes.ts';

/** @throws Refusal 403 with `MFA_REQUIRED` or `REAUTH_REQUIRED` */
export async function requireAccess(
  services: Services,
  database: Database,
  caller: Caller,
): Promise<void> {
  const { access, user } = caller;
  if (access === 'limited') return;
  requireVerified(caller);
  if (access === 'organization' || access === 'fresh-organization')
    await requireOwnSecondStep(database, user);
  if (access === 'fresh' || access === 'fresh-organization') requireFreshProof(services, caller);
}

export function requireVerified({ session }: Caller): void {
  if (!session.isVerified)
    throw new Refusal(403, 'A second step is needed', { error_code: errorCodes.mfaRequired });
}

/** For changes that add, restore, weaken or remove a method. */
export function requireFreshProof(services: Services, caller: Caller): void {
  if (!isProofFresh(services, caller))
    throw new Refusal(403, 'Confirm that it is you first', {
      error_code: errorCodes.reauthRequired,
    });
}

/** Whether the second step is passed, and the caller proved who they are in the last ten minutes. */
export function isFreshlyProven(services: Services, caller: Caller): boolean {
  return caller.session.isVerified && isProofFresh(services, caller);
}

function isProofFresh({ now }: Services, { session }: Caller): boolean {
  // NaN, from a token without this time, counts as stale.
  return now() - session.provenAt <= lifetimes.proof;
}
