import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { MfaType } from '../../api/contract.ts';

/** What someone has in each method, as it stands inside a sentence. */
export const methodsInSentence: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`your passkey`,
  GOOGLE_AUTH: msg`your authenticator app`,
  MAGIC_LINK: msg`a magic link`,
};
