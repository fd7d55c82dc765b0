import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { verifyLoginBody } from '../../../src/api/contract.ts';
import type { MfaType } from '../../../src/api/contract.ts';
import { sessions } from '../database/schema.ts';
import type { Database } from '../database/open-database.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { tellOfSignIn } from '../limits/tell-of-sign-in.ts';
import { countGuess, forgetGuesses, tellOfCodeLock, wrongCode } from '../limits/guesses.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { isKnownDevice } from '../session/known-devices.ts';
import { rememberLanguage } from '../session/remember-language.ts';
import { verifySession } from '../session/verify-session.ts';
import { readMethods } from '../account/account-methods.ts';
import { isAuthenticatorCodeRight, readSignInCode } from './authenticator-code.ts';
import { readLinkToken, redeemLinkToken } from './link-tokens.ts';
import { takeChallenge } from './challenges.ts';
import { isAssertionRight } from './passkey-authentication.ts';

type VerifyLogin = v.InferOutput<typeof verifyLoginBody>;

interface Judgement {
  /** Checks the proof, in the transaction that uses it up. */
  isRight(tx: Database): Promise<boolean>;
  refusal: Refusal;
}

const judges: Record<
  MfaType,
  (services: Services, caller: Caller, sent: VerifyLogin) => Promise<Judgement>
> = {
  GOOGLE_AUTH: async (services, caller, { code }) => {
    if (code === undefined) throw new Refusal(400, 'Invalid field: code');
    const cleaned = readSignInCode(code);
    return {
      refusal: wrongCode(await countGuess(services, caller.user.id)),
      isRight: (tx) => isAuthenticatorCodeRight(services, tx, caller, cleaned),
    };
  },
  /**
   * A link only verifies the session that requested it. So a mail scanner, which has no session,
   * cannot use it up, and nobody gets in by making someone else open a link.
   */
  MAGIC_LINK: async (services, { user, session }, { token }) => {
    if (token === undefined) throw new Refusal(400, 'Invalid field: token');
    const link = await readLinkToken(services, 'sign-in', token);
    return {
      refusal: new Refusal(400, 'Invalid or expired token'),
      isRight: async (tx) =>
        link?.userId === user.id &&
        (await redeemLinkToken(services, tx, 'sign-in', link, session.id)) !== undefined,
    };
  },
  PASSKEY: async (services, caller, { credential }) => {
    const challenge = await takeChallenge(services, caller, 'authentication');
    return {
      refusal: new Refusal(400, 'Passkey verification failed'),
      isRight: (tx) => isAssertionRight(services, tx, caller, credential, challenge),
    };
  },
};

/** The second step: after the password, or again as proof before a change. */
export const verifyLogin = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/verify-login',
    access: 'limited',
    body: verifyLoginBody,
    failure: 'Failed to verify MFA',
  },
  async (services, caller, sent) => {
    await requireMethodOn(services.database, caller, sent.mfaType);
    const { acceptLanguage } = caller;
    const judgement = await judges[sent.mfaType](services, caller, sent);
    const verify = services.database.transaction(async (tx) => {
      const { user, session } = await holdCaller(services, tx, caller);
      await requireMethodOn(tx, caller, sent.mfaType);
      if (!(await judgement.isRight(tx))) throw judgement.refusal;
      await forgetGuesses(tx, caller.user.id);
      const isKnown = await isKnownDevice(tx, user.id, session.deviceHash);
      const [row] = await tx.select().from(sessions).where(eq(sessions.id, session.id));
      const verified = await verifySession(services, tx, caller, sent.mfaType);
      // A sign-in is complete once its second step is passed; later steps prove who one is.
      if (row?.isVerified === false)
        await tellOfSignIn(services, tx, user, { sessionId: session.id, isKnown, acceptLanguage });
      await rememberLanguage(tx, user, acceptLanguage);
      return verified;
    });
    const tokens = await verify.catch(async (error: unknown) => {
      await tellOfCodeLock(services, caller.user.id);
      throw error;
    });
    services.outboxWorker.wake();
    const { accessToken, refreshToken, expiresAt } = tokens;
    return { message: 'MFA verified', fullAccessToken: accessToken, refreshToken, expiresAt };
  },
);

async function requireMethodOn(database: Database, { user }: Caller, type: MfaType): Promise<void> {
  const { enabled } = await readMethods(database, user);
  if (!enabled.includes(type)) throw new Refusal(400, 'MFA method is not enabled');
}
