import { expect, it } from 'vitest';
import { routes } from './routes.ts';

it('Each call reports an unexpected failure in the words of the contract', () => {
  const words = routes.map(({ path, failure }) => [path, failure]);
  expect(Object.fromEntries(words)).toMatchObject({
    '/mfa/setup': 'Failed to setup MFA',
    '/mfa/verify-setup': 'Failed to verify MFA setup',
    '/mfa/enable': 'Failed to enable MFA',
    '/mfa/disable': 'Failed to disable MFA',
    '/mfa/primary': 'Failed to set primary MFA',
    '/mfa/reset': 'Failed to reset MFA',
    '/mfa/organization/enforce': 'Failed to update organization MFA enforcement',
    '/mfa/magic-link/send': 'Failed to send magic link',
    '/mfa/magic-link/activate': 'Failed to activate magic link MFA',
    '/mfa/passkey/auth-options': 'Failed to generate authentication options',
    '/mfa/passkey/complete-registration': 'Failed to complete passkey registration',
    '/mfa/passkey/complete-registration-1': 'Failed to complete passkey registration',
    '/mfa/verify-login': 'Failed to verify MFA',
    '/user/login': 'Failed to sign in',
    '/user/refresh': 'Failed to refresh the session',
  });
});
