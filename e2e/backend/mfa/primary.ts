import { eq } from 'drizzle-orm';
import { methodBody } from '../../../src/api/contract.ts';
import { users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { readMethods } from '../account/account-methods.ts';
import { changeOwnMethods } from './change-methods.ts';

export const primary = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/primary',
    access: 'fresh',
    body: methodBody,
    failure: 'Failed to set primary MFA',
  },
  async (services, caller, { mfaType }) => {
    await changeOwnMethods(services, caller, async (tx, user) => {
      const { enabled } = await readMethods(tx, user);
      if (!enabled.includes(mfaType)) throw new Refusal(400, 'MFA method is not enabled');
      if (user.primaryMethod === mfaType) return undefined;
      await tx.update(users).set({ primaryMethod: mfaType }).where(eq(users.id, user.id));
      return { kind: 'primary-changed', method: mfaType };
    });
    return { message: 'Primary MFA method updated' };
  },
);
