import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';

import type { VerifyLoginBody } from './contract.ts';
import { authOptionsAnswer } from './contract-set-up.ts';
import { verifyLoginAnswer } from './contract-sign-in.ts';
import { request } from './request.ts';
import { sessionEra, writeTokens } from './tokens.ts';

/** What a passkey is asked to sign. */
export const getAuthOptions = (signal?: AbortSignal) =>
  request({ method: 'POST', path: '/mfa/passkey/auth-options', answer: authOptionsAnswer, signal });

/** Proves one method: a limited session becomes a full one, a full one is verified afresh. */
export async function verifyLogin(body: VerifyLoginBody): Promise<void> {
  const era = sessionEra();
  const { fullAccessToken, refreshToken, expiresAt } = await request({
    method: 'POST',
    path: '/mfa/verify-login',
    body,
    answer: verifyLoginAnswer,
    isProof: true,
  });
  // Signed out while the answer was on its way: that stands.
  if (era !== sessionEra()) return;
  writeTokens({ accessToken: fullAccessToken, refreshToken, expiresAt }, 'verified');
}

/** Proves the passkey that made this signature. */
export const verifyPasskey = ({ response, ...credential }: AuthenticationResponseJSON) =>
  verifyLogin({ mfaType: 'PASSKEY', credential: { ...credential, response: { ...response } } });
