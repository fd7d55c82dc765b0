import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import { ExpectedError } from '../api/errors.ts';
import { addWords } from '../lib/words.ts';
import { messages } from './locales/en.po';

// Every ceremony loads this module, so the words of the folder load with it.
addWords(messages);

export type CeremonyReason =
  | 'cancelled'
  | 'not-created'
  | 'not-used'
  | 'already-registered'
  | 'unsupported'
  | 'misconfigured'
  | 'failed';

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

const words: Record<CeremonyReason, MessageDescriptor> = {
  cancelled: msg`Canceled. Nothing changed. Try again when you're ready.`,
  'not-created': msg`The passkey wasn't created. A security key may need a PIN first: set one in your device's or browser's settings. If time ran out or the prompt was closed, try again.`,
  'not-used': msg`The passkey wasn't used. A security key may need a PIN first: set one in your device's or browser's settings. If time ran out or the prompt was closed, try again.`,
  'already-registered': msg`This device already has a passkey`,
  unsupported: msg`This browser can't use passkeys. An authenticator app works everywhere.`,
  misconfigured: msg`Passkeys don't work at this address. Tell support which address you used.`,
  failed: msg`The passkey didn't work. Try again, or use another method.`,
};

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
  return new CeremonyError(reason, words[reason], neutral.has(reason), options);
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
