import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { MfaType } from '../api/contract.ts';
import type { MethodState, Obstacle } from './describe-methods.ts';

/** What each method is good for, in one line. Magic link has an address to say, so it is elsewhere. */
export const methodUses: Record<Exclude<MfaType, 'MAGIC_LINK'>, MessageDescriptor> = {
  PASSKEY: msg`Fingerprint, face or security key. Cannot be phished.`,
  GOOGLE_AUTH: msg`A six-digit code from your phone. Works offline.`,
};

/** Each method as it stands inside a sentence. */
export const methodsInSentence: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`your passkey`,
  GOOGLE_AUTH: msg`a code from your authenticator app`,
  MAGIC_LINK: msg`a magic link`,
};

export const stateWords: Record<MethodState, MessageDescriptor> = {
  on: msg`On`,
  off: msg`Off`,
  'not-set-up': msg`Not set up`,
  unavailable: msg`Not available here`,
  unsupported: msg`Not supported in this version`,
};

export const obstacleWords: Record<Obstacle, MessageDescriptor> = {
  'required-by-organization': msg`Your organization requires a second step, and this is your only method. Turn another one on first.`,
};
