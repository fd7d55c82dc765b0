import { methodBody } from '../../../src/api/contract.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { readMethods, turnOn } from '../account/account-methods.ts';
import { changeOwnMethods } from './change-methods.ts';

/**
 * Needs a fresh proof: any one method passes the second step, so a thief could turn on one that
 * they control.
 */
export const enable = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/enable',
    access: 'fresh',
    body: methodBody,
    failure: 'Failed to enable MFA',
  },
  async (services, caller, { mfaType }) => {
    await changeOwnMethods(services, caller, async (tx, user) => {
      const { configured, enabled } = await readMethods(tx, user);
      if (!configured.includes(mfaType)) throw new Refusal(400, 'MFA method is not configured');
      if (enabled.includes(mfaType)) return undefined;
      await turnOn(tx, user, mfaType);
      await endOtherSessions(tx, user.id, caller.session.id);
      return { kind: 'method-turned-on', method: mfaType };
    });
    return { message: 'MFA method enabled' };
  },
);
