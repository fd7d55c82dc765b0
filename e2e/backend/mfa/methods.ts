import { mfaTypes } from '../../../src/api/contract.ts';
import type { MfaType } from '../../../src/api/contract.ts';
import { sessionRoute } from '../http/route.ts';
import { readMethods } from './account-methods.ts';

const words: Record<MfaType, { name: string; description: string }> = {
  PASSKEY: {
    name: 'Passkey',
    description: 'Sign in with your fingerprint, face, screen lock or security key',
  },
  GOOGLE_AUTH: {
    name: 'Authenticator app',
    description: 'Enter a 6-digit code from an app on your phone',
  },
  MAGIC_LINK: { name: 'Magic link', description: 'Open a link that we email to you' },
};

/** What people call a method. */
export function methodName(type: MfaType): string {
  return words[type].name;
}

export const methods = sessionRoute(
  {
    method: 'GET',
    path: '/mfa/methods',
    access: 'limited',
    failure: 'Failed to get MFA methods',
  },
  async ({ database }, { user }) => {
    const { configured, enabled } = await readMethods(database, user);
    return {
      data: mfaTypes.map((type) => ({
        type,
        ...words[type],
        isAvailable: true,
        isConfigured: configured.includes(type),
        isEnabled: enabled.includes(type),
      })),
    };
  },
);
