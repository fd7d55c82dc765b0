import { loginBody } from '../../../src/api/contract.ts';
import { openRoute } from '../route.ts';
import { readMethods } from '../account/account-methods.ts';
import { readAccessToken } from '../session/authenticate.ts';
import { tellOfSignIn } from '../limits/tell-of-sign-in.ts';
import { isKnownDevice } from '../session/known-devices.ts';
import { describeSignIn } from '../session/describe-sign-in.ts';
import { rememberLanguage } from '../session/remember-language.ts';
import { replaceSession, startSession } from '../session/sessions.ts';
import { checkPassword, wrongPassword } from './check-password.ts';
import { lockUser, normalizeEmail } from '../account/find-user.ts';

/**
 * Signs in with email and password. If the request carries an access token of the same account,
 * the new session replaces that token's session: that is how people prove again who they are.
 */
export const login = openRoute(
  { method: 'POST', path: '/user/login', body: loginBody, failure: 'Failed to sign in' },
  async (services, body, incoming) => {
    const { database } = services;
    const { request, source } = incoming;
    const email = normalizeEmail(body.email);
    const signIn = describeSignIn(services, body.deviceInfo, incoming);
    const deviceHash = signIn.deviceHash ?? undefined;
    const acceptLanguage = request.headers.get('accept-language');
    const { password } = body;
    const { signal } = request;
    const found = await checkPassword(services, { email, password, deviceHash, source, signal });
    const replaced = await readAccessToken(services, request);
    const answer = await database.transaction(async (tx) => {
      const user = await lockUser(tx, found.id);
      // The account was closed or got a new password during the check.
      if (user?.isActive !== true || user.passwordHash !== found.passwordHash)
        throw wrongPassword();
      const { enabled } = await readMethods(tx, user);
      // A method that is on is asked for, whether or not the organization requires it.
      const isComplete = enabled.length === 0;
      const isKnown = await isKnownDevice(tx, user.id, signIn.deviceHash);
      const session = await startSession(services, tx, user.id, isComplete, signIn);
      const before =
        replaced === undefined ? undefined : await replaceSession(tx, replaced, session.tokenId);
      // Proving again who one is is no new sign-in.
      if (isComplete && before?.isVerified !== true)
        await tellOfSignIn(services, tx, user, {
          sessionId: session.tokenId,
          isKnown,
          acceptLanguage,
        });
      // After the mail about it: whoever signed in may be somebody else.
      if (isComplete) await rememberLanguage(tx, user, acceptLanguage);
      const { id, name, orgId, orgRole } = user;
      return { ...session, user: { id, email, name, orgId, orgRole } };
    });
    services.outboxWorker.wake();
    return answer;
  },
);
