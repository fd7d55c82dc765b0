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
export function requireFreshProof({ now }: Services, { session }: Caller): void {
  // NaN, from a token without this time, counts as stale.
  const isFresh = now() - session.provenAt <= lifetimes.proof;
  if (!isFresh)
    throw new Refusal(403, 'Confirm that it is you first', {
      error_code: errorCodes.reauthRequired,
    });
}
