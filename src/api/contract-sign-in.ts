/** The part of the contract that proves who someone is; see contract.ts. */
import * as v from 'valibot';

import { maybe, text, timestamp } from './contract.ts';

export const activateAnswer = v.object({
  /** Whose account it was, where the answer says so. */
  email: maybe(v.string()),
});

/**
 * `error_code` of a passkey whose counter did not advance, as a copied one's does not. Not in the hosted
 * contract: only the reference backend tells it apart.
 */
export const passkeyMayBeCopied = 'PASSKEY_MAY_BE_COPIED';

export const verifyLoginAnswer = v.object({
  fullAccessToken: text,
  refreshToken: text,
  expiresAt: maybe(timestamp),
});
