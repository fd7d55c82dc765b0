import './words.ts';

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import { CeremonyError, type CeremonyReason } from '../errors.ts';

const words: Record<CeremonyReason, MessageDescriptor> = {
  cancelled: msg`Cancelled. Nothing was changed. Try again when you are ready.`,
  'already-registered': msg`This device already has a passkey`,
  unsupported: msg`This browser cannot use passkeys. An authenticator app works everywhere.`,
  misconfigured: msg`Passkeys do not work at this address. Tell support which address you used.`,
  failed: msg`The passkey did not work. Try again, or use another method.`,
};

/** By the name of what the browser threw: its messages differ from browser to browser. */
const reasons: Partial<Record<string, CeremonyReason>> = {
  // WebAuthn L3, 14.5.1: a refusal and a time-out look alike, so that a site learns nothing.
  NotAllowedError: 'cancelled',
  AbortError: 'cancelled',
  // Registration, 5.1.3 step 25: an authenticator that holds one of the excluded credentials.
  InvalidStateError: 'already-registered',
  NotSupportedError: 'unsupported',
  SecurityError: 'misconfigured',
};

export function ceremonyError(reason: CeremonyReason, options?: ErrorOptions): CeremonyError {
  return new CeremonyError(reason, words[reason], options);
}

/** Tells apart what ended a ceremony without a credential. Anything unknown is `failed`. */
export function readCeremonyError(cause: unknown): CeremonyError {
  const name = cause instanceof Error ? cause.name : '';
  return ceremonyError(reasons[name] ?? 'failed', { cause });
}
