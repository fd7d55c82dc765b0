import * as v from 'valibot';

import type { CompleteRegistrationBody } from './contract.ts';
import {
  magicLinkSetupAnswer,
  passkeySetupAnswer,
  totpSetupAnswer,
  underSetupData,
} from './contract-set-up.ts';
import { refreshSession } from './refresh.ts';
import { request } from './request.ts';
import { readTokens } from './tokens.ts';

/** Asked again while pending, it gives the same key and fresh backup codes. */
export const setUpTotp = () => setUp({ mfaType: 'GOOGLE_AUTH' }, totpSetupAnswer);

export const setUpPasskey = () => setUp({ mfaType: 'PASSKEY' }, passkeySetupAnswer);

export const setUpMagicLink = (email: string) =>
  setUp({ mfaType: 'MAGIC_LINK', email }, magicLinkSetupAnswer);

/** Proves the app with a code of six digits; the method is then configured and on. */
export const verifyTotpSetup = (code: string) =>
  complete('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });

/** Hands in the new passkey, with the challenge exactly as `setup` gave it. */
export const completeRegistration = (body: CompleteRegistrationBody) =>
  complete('/mfa/passkey/complete-registration', body);

/**
 * Completes a set-up, and refreshes the session: a completed set-up is a proof, and only the tokens of
 * the next refresh carry it. Where the refresh fails, the next change asks for a proof instead.
 */
async function complete(path: string, body: object): Promise<unknown> {
  const answer = await request({ method: 'POST', path, body, answer: v.unknown() });
  const tokens = readTokens();
  if (tokens) await refreshSession(tokens).catch(() => undefined);
  return answer;
}

function setUp<Answer>(body: object, answer: v.GenericSchema<unknown, Answer>) {
  return request({ method: 'POST', path: '/mfa/setup', body, answer: underSetupData(answer) });
}
