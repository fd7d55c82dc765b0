import { mfaTypes } from '../../../src/api/contract.ts';
import type { MfaType } from '../../../src/api/contract.ts';
import { sessionRoute } from '../route.ts';

interface Words {
  name: string;
  description: string;
}

/** In the words of the contract. */
const words: Record<MfaType, Words> = {
  PASSKEY: {
    name: 'Passkey',
    description: 'Sign in with your fingerprint, face, screen lock or security key',
  },
  GOOGLE_AUTH: {
    name: 'Google Authenticator',
    description: 'Enter a 6-digit code from an app on your phone',
  },
  MAGIC_LINK: {
    name: 'Magic Link',
    description: 'Open a link that we email to you',
  },
};

export const methods = sessionRoute(
  {
    method: 'GET',
    path: '/mfa/methods',
    access: 'limited',
    failure: 'Failed to get MFA methods',
  },
  async (_services, { methods: { configured, enabled } }) => {
    return {
      data: mfaTypes.map((type) => ({
        type,
        name: words[type].name,
        description: words[type].description,
        isAvailable: true,
        isConfigured: configured.includes(type),
        isEnabled: enabled.includes(type),
      })),
    };
  },
);
