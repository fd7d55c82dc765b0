import { eq } from 'drizzle-orm';
import { enforceBody } from '../../../src/api/contract.ts';
import { organizations } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../http/route.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { isAdministrator } from './is-administrator.ts';

export const enforce = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/organization/enforce',
    access: 'fresh-organization',
    body: enforceBody,
    failure: 'Failed to update organization MFA enforcement',
  },
  async (services, caller, { enforced }) => {
    await services.database.transaction(async (tx) => {
      const { user } = await holdCaller(services, tx, caller);
      if (user.orgId === null) throw new Refusal(400, 'User not associated with an organization');
      if (!isAdministrator(user))
        throw new Refusal(403, 'Only an owner or administrator may do this');
      await tx.update(organizations).set({ enforced }).where(eq(organizations.id, user.orgId));
    });
    return { message: `MFA enforcement ${enforced ? 'enabled' : 'disabled'} for organization` };
  },
);
