import { verifyLoginBody } from '../../../src/api/contract.ts';
import { lockUser } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../http/route.ts';
import { countGuess, forgetGuesses, wrongCode } from '../limits/guesses.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/authenticate.ts';
import { verifySession } from '../session/verify-session.ts';
import { readMethods } from './account-methods.ts';
import { isAuthenticatorCodeRight } from './authenticator-code.ts';
import { readLinkToken, redeemLinkToken } from './link-tokens.ts';
import { isAssertionRight, takeAssertionChallenge } from './passkey-authentication.ts';

/** Looks at what was sent, in the transaction that uses it up. */
type Judge = (tx: Database) => Promise<boolean>;

/** The second step: after the password, or again, as the proof for a change. */
export const verifyLogin = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/verify-login',
    access: 'limited',
    body: verifyLoginBody,
    failure: 'Failed to verify MFA',
  },
  async (services, caller, { mfaType, code, token, credential }) => {
    const { enabled } = await readMethods(services.database, caller.user);
    if (!enabled.includes(mfaType)) throw new Refusal(400, 'MFA method is not enabled');
    switch (mfaType) {
      case 'GOOGLE_AUTH': {
        if (code === undefined) throw new Refusal(400, 'Invalid field: code');
        const refusal = wrongCode(await countGuess(services, caller.user.id));
        const judge: Judge = (tx) => isAuthenticatorCodeRight(services, tx, caller.user.id, code);
        return pass(services, caller, judge, refusal);
      }
      case 'MAGIC_LINK': {
        if (token === undefined) throw new Refusal(400, 'Invalid field: token');
        const refusal = new Refusal(400, 'Invalid or expired token');
        return pass(services, caller, await linkJudge(services, caller, token), refusal);
      }
      case 'PASSKEY': {
        const challenge = await takeAssertionChallenge(services, caller);
        const judge: Judge = (tx) => isAssertionRight(services, tx, caller, credential, challenge);
        return pass(services, caller, judge, new Refusal(400, 'Passkey verification failed'));
      }
    }
  },
);

/**
 * The link goes on with the session that asked for it, and no other: a mail scanner has no session, and
 * whoever got someone to open a link does not get in by it.
 */
async function linkJudge(services: Services, caller: Caller, token: string): Promise<Judge> {
  const link = await readLinkToken(services, 'sign-in', token);
  if (link?.userId !== caller.user.id) return () => Promise.resolve(false);
  return async (tx) =>
    (await redeemLinkToken(tx, 'sign-in', link, caller.session.id)) !== undefined;
}

async function pass(services: Services, caller: Caller, judge: Judge, refusal: Refusal) {
  return services.database.transaction(async (tx) => {
    await lockUser(tx, caller.user.id);
    if (!(await judge(tx))) throw refusal;
    await forgetGuesses(tx, caller.user.id);
    const { accessToken, refreshToken, expiresAt } = await verifySession(services, tx, caller);
    return { message: 'MFA verified', fullAccessToken: accessToken, refreshToken, expiresAt };
  });
}
