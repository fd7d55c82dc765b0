import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';
import * as v from 'valibot';

import type { VerifyLoginBody } from './contract.ts';
import { authOptionsAnswer } from './contract-set-up.ts';
import { verifyLoginAnswer } from './contract-sign-in.ts';
import { request } from './request.ts';
import { serverNow } from './server-clock.ts';
import { sessionEra, writeTokens } from './tokens.ts';

/** The options for a passkey assertion. */
export const getAuthOptions = (signal?: AbortSignal) =>
  request({ method: 'POST', path: '/mfa/passkey/auth-options', answer: authOptionsAnswer, signal });

/** Proves one method. Completes a limited session, or counts as a step-up in a full one. */
export async function verifyLogin(body: VerifyLoginBody): Promise<void> {
  const era = sessionEra();
  const {
    fullAccessToken = '',
    refreshToken = '',
    expiresAt,
  } = await request({
    method: 'POST',
    path: '/mfa/verify-login',
    body,
    // Where a cookie signs, it has the new session, and the answer needs no tokens.
    answer:
      import.meta.env.VITE_SESSION_SOURCE === 'cookies' ||
      import.meta.env.VITE_SESSION_SOURCE === 'embed'
        ? v.partial(verifyLoginAnswer)
        : verifyLoginAnswer,
    isProof: true,
  });
  // Someone signed out while the answer was on its way. Keep that.
  if (era !== sessionEra()) return;
  writeTokens(
    { accessToken: fullAccessToken, refreshToken, expiresAt, provenAt: serverNow() },
    'verified',
  );
}

/** Proves a passkey by its assertion. */
export const verifyPasskey = ({ response, ...credential }: AuthenticationResponseJSON) =>
  verifyLogin({ mfaType: 'PASSKEY', credential: { ...credential, response: { ...response } } });
