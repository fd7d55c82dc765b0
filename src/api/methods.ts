import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { MethodSlug } from '../lib/paths.ts';
import { type MfaType, mfaTypes } from './contract.ts';

/** The methods' names on screen. */
export const methodNames: Record<MfaType, MessageDescriptor> = {
  PASSKEY: msg`Passkey`,
  GOOGLE_AUTH: msg`Authenticator app`,
  MAGIC_LINK: msg`Magic link`,
};

/** The methods' names in addresses. */
export const methodSlugs: Record<MfaType, MethodSlug> = {
  PASSKEY: 'passkey',
  GOOGLE_AUTH: 'authenticator-app',
  MAGIC_LINK: 'magic-link',
};

export function methodOfSlug(slug: string | undefined): MfaType | undefined {
  return mfaTypes.find((type) => methodSlugs[type] === slug);
}
