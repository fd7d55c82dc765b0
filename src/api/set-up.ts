import * as v from 'valibot';

import type { CompleteRegistrationBody } from './contract.ts';
import { magicLinkSetupAnswer, passkeySetupAnswer, totpSetupAnswer } from './contract-set-up.ts';
import { request } from './request.ts';

/** Asked again while pending, it gives the same key and fresh backup codes. */
export const setUpTotp = () => setUp({ mfaType: 'GOOGLE_AUTH' }, totpSetupAnswer);

export const setUpPasskey = () => setUp({ mfaType: 'PASSKEY' }, passkeySetupAnswer);

export const setUpMagicLink = (email: string) =>
  setUp({ mfaType: 'MAGIC_LINK', email }, magicLinkSetupAnswer);

/** Proves the app with a code of six digits; the method is then configured and on. */
export const verifyTotpSetup = (code: string) =>
  request({
    method: 'POST',
    path: '/mfa/verify-setup',
    body: { mfaType: 'GOOGLE_AUTH', code },
    answer: v.unknown(),
  });

/** Hands in the new passkey, with the challenge exactly as `setup` gave it. */
export const completeRegistration = (body: CompleteRegistrationBody) =>
  request({
    method: 'POST',
    path: '/mfa/passkey/complete-registration',
    body,
    answer: v.unknown(),
  });

function setUp<Schema extends v.GenericSchema>(body: object, answer: Schema) {
  return request({ method: 'POST', path: '/mfa/setup', body, answer });
}
