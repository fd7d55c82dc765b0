import type { MethodSlug } from '../lib/paths.ts';
import { type MfaType, mfaTypes } from './contract.ts';

/** How addresses name the methods. */
export const methodSlugs: Record<MfaType, MethodSlug> = {
  PASSKEY: 'passkey',
  GOOGLE_AUTH: 'authenticator-app',
  MAGIC_LINK: 'magic-link',
};

export function methodOfSlug(slug: string | undefined): MfaType | undefined {
  return mfaTypes.find((type) => methodSlugs[type] === slug);
}
