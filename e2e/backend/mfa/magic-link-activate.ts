import { activateBody } from '../../../src/api/contract.ts';
import { lockUser } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { Refusal } from '../http/refusal.ts';
import { openRoute } from '../route.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { turnOn } from '../account/account-methods.ts';
import { changeMethods } from './change-methods.ts';
import { readLinkToken, redeemLinkToken } from './link-tokens.ts';

/** The session that requested the link stays, wherever the link is opened; all others end. */
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
    const findOwner = async (tx: Database) => {
      const owner = await lockUser(tx, link.userId);
      if (owner?.isActive !== true) throw new Refusal(404, 'User not found or inactive');
      return owner;
    };
    await changeMethods(services, findOwner, async (tx, user) => {
      const redeemed = await redeemLinkToken(services, tx, 'activate', link);
      if (redeemed === undefined) throw new Refusal(400, 'Invalid or expired token');
      await turnOn(tx, user, 'MAGIC_LINK');
      await endOtherSessions(tx, user.id, redeemed.sessionId);
      return { kind: 'method-turned-on', method: 'MAGIC_LINK' };
    });
    return { message: 'Magic link MFA activated successfully' };
  },
);
