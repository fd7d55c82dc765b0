/** The part of the contract that is about an account's own data and its password; see contract.ts. */
import * as v from 'valibot';

import { text } from './contract.ts';

/**
 * In characters, as people count them. NIST SP 800-63B-4, 3.1.1.2 asks for 15 where a password is all
 * that is asked for, and for 8 where a second step follows. Accounts can have either, so: 12, and
 * nothing that guessers try first.
 */
export const shortestPassword = 12;
/** In UTF-16 units. */
export const longestPassword = 1024;

/** `error_code` of a refused password. Not in the hosted contract. */
export const passwordErrorCodes = {
  tooShort: 'PASSWORD_TOO_SHORT',
  tooLong: 'PASSWORD_TOO_LONG',
  /** One of those that guessers try first, or made of the account's own name or address. */
  tooCommon: 'PASSWORD_TOO_COMMON',
  /** The account signs in with another provider. */
  none: 'NO_PASSWORD_SET',
} as const;

/** `PUT /user/{userId}`: what is absent stays as it is. */
export const updateUserBody = v.object({
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
  lastName: v.optional(v.pipe(v.string(), v.maxLength(200))),
  password: v.optional(text),
});
export type UpdateUserBody = v.InferInput<typeof updateUserBody>;

export const requestPasswordResetBody = v.object({ email: text });
export const resetPasswordBody = v.object({
  /** From the emailed link. */
  token: text,
  newPassword: text,
});
