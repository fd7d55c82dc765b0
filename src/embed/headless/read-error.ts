import { errorCodes } from '../../api/contract.ts';
import { isAppError, isOutcomeUnknown, RefusedError } from '../../api/errors.ts';
import { toDeviceTime } from '../../api/server-clock.ts';
import { PasskeyNotSavedError } from '../../mfa/dialogs/passkey/make-passkey.ts';
import { CeremonyError } from '../../passkey/ceremony-error.ts';
import type { CeremonyReason } from '../../passkey/ceremony-words.ts';
import { triesLeft } from '../../proof/proof-errors.ts';

/** Why something failed. A page turns it into a sentence of its own. */
export type MfaErrorCode =
  /** A person took it back, or `onBeforeAction` stopped it. Nothing changed. */
  | 'declined'
  /** The backend wants a proof, and no `useStepUp` is mounted to ask for one. */
  | 'proof-required'
  | 'wrong-code'
  /** Not sent: an app's codes have six digits, backup codes more than six characters. */
  | 'incomplete-code'
  | 'wrong-password'
  | 'passkey-refused'
  /** The link is no longer good. */
  | 'wrong-link'
  /** See `retryAt`. */
  | 'too-many-attempts'
  | 'session-ended'
  /** The organization, or a role, does not allow it. */
  | 'not-allowed'
  | 'not-found'
  /** Any other refusal: see `status` and `serverCode`. */
  | 'refused'
  | 'offline'
  | 'timeout'
  /** No answer, none that can be read, or a failure of the backend. */
  | 'service-trouble'
  /** The prompt was closed, or time ran out, or a security key lacks a PIN: browsers do not say which. */
  | 'passkey-not-created'
  | 'passkey-not-used'
  /** The authenticator has one for this account. */
  | 'passkey-already-registered'
  | 'passkeys-unsupported'
  /** The page's address does not fit the relying party, or is not secure. */
  | 'passkeys-misconfigured'
  | 'passkey-failed'
  /** The browser made a passkey, and the account does not have it, or nobody knows: see `isOutcomeUnknown`. */
  | 'passkey-not-saved'
  /** A defect. See `cause`. */
  | 'unexpected';

export interface MfaError {
  code: MfaErrorCode;
  /** Whether it may have happened all the same, because the answer got lost. The lists have been read again. */
  isOutcomeUnknown: boolean;
  /** Of the answer, if there was one. */
  status?: number;
  /** `error_code` of the answer. */
  serverCode?: string;
  /** The id of the request, to quote to support. */
  reference?: string;
  /** The earliest time to try again. */
  retryAt?: number;
  /** How many codes can be tried before a pause, where the backend says so. */
  attemptsLeft?: number;
  cause: unknown;
}

/** What a refusal means in one place, by HTTP status. */
export type Meanings = Partial<Record<number, MfaErrorCode>>;

/** A code that cannot be right was not sent: the backend would count it as a try. */
export class IncompleteCodeError extends Error {}

const ceremonyCodes: Record<CeremonyReason, MfaErrorCode> = {
  cancelled: 'declined',
  'not-created': 'passkey-not-created',
  'not-used': 'passkey-not-used',
  'already-registered': 'passkey-already-registered',
  unsupported: 'passkeys-unsupported',
  misconfigured: 'passkeys-misconfigured',
  failed: 'passkey-failed',
};

const refusals: Meanings = {
  401: 'session-ended',
  403: 'not-allowed',
  404: 'not-found',
  429: 'too-many-attempts',
};

/** A failure as the package describes it: a code in the place of a sentence. */
export function readError(cause: unknown, meanings: Meanings = {}): MfaError {
  const code = codeOf(cause, meanings);
  if (cause instanceof PasskeyNotSavedError)
    return { code, isOutcomeUnknown: !cause.isCertain, cause };
  const refusal = cause instanceof RefusedError ? cause : undefined;
  const attemptsLeft = triesLeft(cause);
  return {
    code,
    isOutcomeUnknown: isOutcomeUnknown(cause),
    ...(refusal && { status: refusal.status, reference: refusal.reference }),
    ...(refusal?.code !== undefined && { serverCode: refusal.code }),
    ...(refusal?.retryAt !== undefined && { retryAt: toDeviceTime(refusal.retryAt) }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
    cause,
  };
}

function codeOf(cause: unknown, meanings: Meanings): MfaErrorCode {
  if (cause instanceof IncompleteCodeError) return 'incomplete-code';
  if (cause instanceof PasskeyNotSavedError) return 'passkey-not-saved';
  if (cause instanceof CeremonyError) return ceremonyCodes[cause.reason];
  if (!isAppError(cause)) return 'unexpected';
  switch (cause.kind) {
    case 'refused':
      return codeOfRefusal(cause, meanings);
    case 'unreachable':
      return cause.reason === 'network' ? 'service-trouble' : cause.reason;
    case 'unreadable':
      return 'service-trouble';
    case 'ceremony':
      return 'declined';
  }
}

function codeOfRefusal({ status, code }: RefusedError, meanings: Meanings): MfaErrorCode {
  if (code === errorCodes.reauthRequired || code === errorCodes.mfaRequired)
    return 'proof-required';
  if (status >= 500) return 'service-trouble';
  return meanings[status] ?? refusals[status] ?? 'refused';
}
