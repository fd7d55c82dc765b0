import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { MfaType } from './contract.ts';

/** What the three methods are called, everywhere. */
export const methodNames: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`Passkey`,
  GOOGLE_AUTH: msg`Authenticator app`,
  MAGIC_LINK: msg`Magic link`,
};
