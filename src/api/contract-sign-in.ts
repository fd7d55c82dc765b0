/** The part of the contract that proves who someone is; see contract.ts. */
import * as v from 'valibot';

import { maybe, text, timestamp } from './contract.ts';

export const activateAnswer = v.object({
  /** Whose account it was, where the answer says so. */
  email: maybe(v.string()),
});

export const verifyLoginAnswer = v.object({
  fullAccessToken: text,
  refreshToken: text,
  expiresAt: maybe(timestamp),
});
