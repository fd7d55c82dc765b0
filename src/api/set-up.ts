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
import { serverNow } from './server-clock.ts';
import { readTokens, writeTokens } from './tokens.ts';

/** While a set-up is pending, another call returns the same key with new backup codes. */
export const setUpTotp = () => setUp({ mfaType: 'GOOGLE_AUTH' }, totpSetupAnswer);

export const setUpPasskey = () => setUp({ mfaType: 'PASSKEY' }, passkeySetupAnswer);

export const setUpMagicLink = (email: string) =>
  setUp({ mfaType: 'MAGIC_LINK', email }, magicLinkSetupAnswer);

/** Confirms the app with a six-digit code. The method is then configured and on. */
export const verifyTotpSetup = (code: string) =>
  complete('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });

/** Registers the new passkey. The challenge must be exactly the one from `setup`. */
export const completeRegistration = (body: CompleteRegistrationBody) =>
  complete('/mfa/passkey/complete-registration', body);

/**
 * Completes a set-up and refreshes the session: a completed set-up counts as a step-up, but only
 * the refreshed tokens carry it. If the refresh fails, the next change asks for a step-up.
 */
async function complete(path: string, body: object): Promise<unknown> {
  const answer = await request({ method: 'POST', path, body, answer: v.unknown() });
  const tokens = readTokens();
  const renewed = tokens && (await refreshSession(tokens).catch(() => undefined));
  if (renewed) writeTokens({ ...renewed, provenAt: serverNow() }, 'renewed');
  return answer;
}

function setUp<Answer>(body: object, answer: v.GenericSchema<unknown, Answer>) {
  return request({ method: 'POST', path: '/mfa/setup', body, answer: underSetupData(answer) });
}
