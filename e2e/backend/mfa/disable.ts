import { eq } from 'drizzle-orm';
import { methodBody } from '../../../src/api/contract.ts';
import { linkTokens } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { holdEnforcement } from '../account/enforcement.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { readMethods, turnOff } from '../account/account-methods.ts';
import { changeOwnMethods } from './change-methods.ts';

export const disable = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/disable',
    access: 'fresh',
    body: methodBody,
    failure: 'Failed to disable MFA',
  },
  async (services, caller, { mfaType }) => {
    await changeOwnMethods(services, caller, async (tx, user) => {
      const { enabled } = await readMethods(tx, user);
      if (!enabled.includes(mfaType)) throw new Refusal(400, 'MFA method is not enabled');
      if (enabled.length === 1 && (await holdEnforcement(tx, user)))
        throw new Refusal(403, 'Cannot disable MFA when enforced by organization');
      await turnOff(tx, user, mfaType);
      if (mfaType === 'MAGIC_LINK')
        await tx.delete(linkTokens).where(eq(linkTokens.userId, user.id));
      await endOtherSessions(tx, user.id, caller.session.id);
      return { kind: 'method-turned-off', method: mfaType, isLast: enabled.length === 1 };
    });
    return { message: 'MFA method disabled' };
  },
);
