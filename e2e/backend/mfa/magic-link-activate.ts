import { activateBody } from '../../../src/api/contract.ts';
import { findUser } from '../account/find-user.ts';
import { Refusal } from '../http/refusal.ts';
import { openRoute } from '../http/route.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { turnOn } from './account-methods.ts';
import { changeMethods } from './change-methods.ts';
import { readLinkToken, redeemLinkToken } from './link-tokens.ts';
import { methodName } from './methods.ts';

/** The session that asked for the link stays, wherever the link is opened; the others end. */
export const magicLinkActivate = openRoute(
  {
    method: 'POST',
    path: '/mfa/magic-link/activate',
    body: activateBody,
    failure: 'Failed to activate magic link MFA',
  },
  async (services, { token }) => {
    const link = await readLinkToken(services, 'activate', token);
    if (link === undefined) throw new Refusal(400, 'Invalid or expired token');
    const owner = await findUser(services.database, link.userId);
    if (owner?.isActive !== true) throw new Refusal(404, 'User not found or inactive');
    await changeMethods(services, owner.id, async (tx, user) => {
      const redeemed = await redeemLinkToken(tx, 'activate', link);
      if (redeemed === undefined) throw new Refusal(400, 'Invalid or expired token');
      await turnOn(tx, user, 'MAGIC_LINK');
      await endOtherSessions(tx, user.id, redeemed.sessionId);
      return `${methodName('MAGIC_LINK')} was turned on.`;
    });
    return { message: 'Magic link MFA activated successfully' };
  },
);
