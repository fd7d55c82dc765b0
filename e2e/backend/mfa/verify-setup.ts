import { completeRegistrationBody, verifySetupBody } from '../../../src/api/contract.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { setupFailed, verifyAuthenticatorSetup } from './authenticator-setup.ts';
import { completePasskeySetup } from './passkey-registration.ts';

/**
 * Needs no fresh proof itself: `setup` asked for one, and the set-up belongs to the session that
 * gave it.
 */
export const verifySetup = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/verify-setup',
    access: 'verified',
    body: verifySetupBody,
    failure: 'Failed to verify MFA setup',
  },
  async (services, caller, { mfaType, code, credential }) => {
    switch (mfaType) {
      case 'GOOGLE_AUTH':
        if (code === undefined) throw new Refusal(400, 'Invalid field: code');
        await verifyAuthenticatorSetup(services, caller, code);
        break;
      case 'PASSKEY':
        await completePasskeySetup(services, caller, credential, { failure: setupFailed });
        break;
      case 'MAGIC_LINK':
        throw new Refusal(400, 'Magic link is set up by opening the emailed link');
    }
    return { message: 'MFA setup verified and enabled' };
  },
);

const completeRegistrationAt = (path: string) =>
  sessionRoute(
    {
      method: 'POST',
      path,
      access: 'verified',
      body: completeRegistrationBody,
      failure: 'Failed to complete passkey registration',
    },
    async (services, caller, { credential, challenge }) => {
      await completePasskeySetup(services, caller, credential, {
        claimedChallenge: challenge,
        failure: 'Passkey registration failed',
      });
      return { message: 'Passkey registration completed' };
    },
  );

export const completeRegistration = completeRegistrationAt('/mfa/passkey/complete-registration');
/** The platform has this call under two names. */
export const completeRegistrationAlias = completeRegistrationAt(
  '/mfa/passkey/complete-registration-1',
);
