import { errorCodes } from './contract.ts';
import { RefusedError } from './errors.ts';
import { serverNow } from './server-clock.ts';
import { proveAgain } from './step-up.ts';
import { readTokens } from './tokens.ts';

/**
 * Milliseconds. The backend accepts a proof for ten minutes. The last two are for reading a dialog and
 * deciding, so a proof that ends sooner is asked for first.
 */
export const recent = 8 * 60_000;

/**
 * Whether the session's last proof is recent. No call says so: the app notes the time of each proof.
 * @param within milliseconds; an older proof is not recent
 */
export function isProofRecent(within = recent): boolean {
  return Math.abs(serverNow() - (readTokens()?.provenAt ?? NaN)) < within;
}

/**
 * Asks for a proof unless there is a recent one. Before a dialog, `ProveFirst` does so.
 * @param path names what waits for the proof
 * @param within milliseconds; an older proof is not recent
 * @throws CeremonyError if the person declines
 */
export async function askForRecentProof(path: string, within: number): Promise<void> {
  if (isProofRecent(within)) return;
  const refusal = { status: 403, code: errorCodes.reauthRequired, reference: '' };
  await proveAgain({ path }, new RefusedError('', refusal));
}
