import type { MessageDescriptor } from '@lingui/core';

import { ExpectedError } from '../api/errors.ts';
import { type CeremonyReason, ceremonyWords } from './ceremony-words.ts';

/** Ended without a proof: the browser's WebAuthn prompt, or the dialog that asks for proof. */
export class CeremonyError extends ExpectedError {
  readonly kind = 'ceremony';
  readonly reason: CeremonyReason;
  readonly why: MessageDescriptor;
  /** Nobody's fault: a person changed their mind, for example. */
  readonly isNeutral: boolean;

  constructor(
    reason: CeremonyReason,
    why: MessageDescriptor,
    isNeutral: boolean,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.reason = reason;
    this.why = why;
    this.isNeutral = isNeutral;
  }
}

/** Shown, but nobody's fault. */
const neutral = new Set<CeremonyReason>([
  'cancelled',
  'not-created',
  'not-used',
  'already-registered',
]);

/** By the name of the browser's error, because messages differ between browsers. */
const reasons: Partial<Record<string, CeremonyReason>> = {
  // Only this page aborts a ceremony: when the person leaves it or starts another one.
  AbortError: 'cancelled',
  // Registration, 5.1.3 step 25: an authenticator that holds one of the excluded credentials.
  InvalidStateError: 'already-registered',
  NotSupportedError: 'unsupported',
  SecurityError: 'misconfigured',
};

export function ceremonyError(reason: CeremonyReason, options?: ErrorOptions): CeremonyError {
  return new CeremonyError(reason, ceremonyWords[reason], neutral.has(reason), options);
}

/**
 * Turns the browser's error into a reason. An unknown error is `failed`.
 * @param notAllowed what NotAllowedError means in this ceremony. For privacy, browsers throw it
 *   alike for a closed prompt, a timeout and a security key without a PIN (WebAuthn L3, 14.5.1).
 */
export function readCeremonyError(
  cause: unknown,
  notAllowed: 'not-created' | 'not-used',
): CeremonyError {
  const name = cause instanceof Error ? cause.name : '';
  const reason = name === 'NotAllowedError' ? notAllowed : reasons[name];
  return ceremonyError(reason ?? 'failed', { cause });
}
