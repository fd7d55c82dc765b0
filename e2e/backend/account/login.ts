import { eq } from 'drizzle-orm';
import { loginBody } from '../../../src/api/contract.ts';
import { keyedHash } from '../crypto/hash.ts';
import { isPasswordRight } from '../crypto/passwords.ts';
import { rateLimits, users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { openRoute } from '../http/route.ts';
import { countTry, forgetOldTries } from '../limits/rate-limit.ts';
import { readMethods } from '../mfa/account-methods.ts';
import { readAccessToken } from '../session/authenticate.ts';
import { replaceSession, startSession } from '../session/sessions.ts';
import { lockUser, normalizeEmail } from './find-user.ts';

/**
 * Signs in with email and password. The access token of a session of the same account, if the request
 * has one, names the session that this replaces: that is how people prove who they are again.
 * Known and unknown addresses take the same steps, so that neither words
 * nor time tell them apart.
 */
export const login = openRoute(
  { method: 'POST', path: '/user/login', body: loginBody, failure: 'Failed to sign in' },
  async (services, body, { request }) => {
    const { database, keys } = services;
    const email = normalizeEmail(body.email);
    const key = `login ${keyedHash(keys.rateLimits, email)}`;
    await forgetOldTries(services);
    await countTry(services, { key, count: 10, window: 15 * 60_000 });
    const [found] = await database.select().from(users).where(eq(users.email, email));
    const isRight = await isPasswordRight(found?.passwordHash, body.password);
    if (found === undefined || !isRight || !found.isActive)
      throw new Refusal(401, 'Invalid email or password');
    await database.delete(rateLimits).where(eq(rateLimits.key, key));
    const replaced = await readAccessToken(services, request);
    return database.transaction(async (tx) => {
      const user = await lockUser(tx, found.id);
      // Closed, or given another password, while this one was checked.
      if (user?.isActive !== true || user.passwordHash !== found.passwordHash)
        throw new Refusal(401, 'Invalid email or password');
      const { enabled } = await readMethods(tx, user);
      // Not only where it is required: a method that is on is asked for.
      const session = await startSession(services, tx, user.id, enabled.length === 0);
      if (replaced !== undefined) await replaceSession(tx, replaced, session.tokenId);
      const { id, name, orgId, orgRole } = user;
      return { ...session, user: { id, email, name, orgId, orgRole } };
    });
  },
);
