import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

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

export const ceremonyWords: Record<CeremonyReason, MessageDescriptor> = {
  cancelled: msg`Canceled. Nothing changed. Try again when you're ready.`,
  'not-created': msg`The passkey wasn't created. A security key may need a PIN first: set one in your device's or browser's settings. If time ran out or the prompt was closed, try again.`,
  'not-used': msg`The passkey wasn't used. A security key may need a PIN first: set one in your device's or browser's settings. If time ran out or the prompt was closed, try again.`,
  'already-registered': msg`This device already has a passkey`,
  unsupported: msg`This browser can't use passkeys. An authenticator app works everywhere.`,
  misconfigured: msg`Passkeys don't work at this address. Tell support which address you used.`,
  failed: msg`The passkey didn't work. Try again, or use another method.`,
};
