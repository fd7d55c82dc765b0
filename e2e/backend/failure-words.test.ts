import { expect, it } from 'vitest';
import { routes } from './routes.ts';

it('Each call reports an unexpected failure in the words of the contract', () => {
  const words = routes.map(({ method, path, failure }) => [`${method} ${path}`, failure]);
  expect(Object.fromEntries(words)).toMatchObject({
    'POST /mfa/setup': 'Failed to setup MFA',
    'POST /mfa/verify-setup': 'Failed to verify MFA setup',
    'POST /mfa/enable': 'Failed to enable MFA',
    'POST /mfa/disable': 'Failed to disable MFA',
    'POST /mfa/primary': 'Failed to set primary MFA',
    'POST /mfa/reset': 'Failed to reset MFA',
    'POST /mfa/organization/enforce': 'Failed to update organization MFA enforcement',
    'POST /mfa/magic-link/send': 'Failed to send magic link',
    'POST /mfa/magic-link/activate': 'Failed to activate magic link MFA',
    'POST /mfa/passkey/auth-options': 'Failed to generate authentication options',
    'POST /mfa/passkey/complete-registration': 'Failed to complete passkey registration',
    'POST /mfa/passkey/complete-registration-1': 'Failed to complete passkey registration',
    'POST /mfa/verify-login': 'Failed to verify MFA',
    'POST /user/login': 'Failed to sign in',
    'POST /user/refresh': 'Failed to refresh the session',
    'PUT /user/:userId': 'Failed to update user',
    'POST /user/request-reset-password': 'Failed to request password reset',
    'POST /user/reset-password': 'Failed to reset password',
    'GET /devices': 'Failed to retrieve devices',
    'GET /devices/:id': 'Failed to retrieve device details',
    'POST /devices/trust': 'Failed to trust device',
    'POST /devices/:id/untrust': 'Failed to untrust device',
    'DELETE /devices/:id': 'Failed to remove device',
    'GET /sessions': 'Failed to retrieve sessions',
    'POST /sessions/:id/revoke': 'Failed to revoke session',
    'POST /sessions/revoke-all': 'Failed to revoke all sessions',
    'POST /sessions/:id/heartbeat': 'Failed to update session',
  });
});
