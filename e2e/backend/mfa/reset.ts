import { resetBody } from '../../../src/api/contract.ts';
import { findUser } from '../account/find-user.ts';
import type { User } from '../account/find-user.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../http/route.ts';
import { isEnforcedFor, requireOwnSecondStep } from '../organization/enforcement.ts';
import { isAdministrator } from '../organization/is-administrator.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/authenticate.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { changeMethods, changeOwnMethods } from './change-methods.ts';
import { forgetMethods } from './forget-methods.ts';

/** Forgets all methods of the caller's own account, or, for administrators, of a member's. */
export const reset = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/reset',
    access: 'fresh',
    body: resetBody,
    failure: 'Failed to reset MFA',
  },
  async (services, caller, { resetUserId = caller.user.id }) => {
    if (resetUserId === caller.user.id) await resetOwn(services, caller);
    else await resetMember(services, caller, resetUserId);
    return { message: 'MFA reset successfully' };
  },
);

async function resetOwn(services: Services, caller: Caller): Promise<void> {
  await changeOwnMethods(services, caller, async (tx, user) => {
    if (await isEnforcedFor(tx, user))
      throw new Refusal(403, 'Your organization requires a second step: ask an administrator');
    await forgetMethods(tx, user);
    await endOtherSessions(tx, user.id, caller.session.id);
    return 'All your sign-in methods were removed.';
  });
}

async function resetMember(services: Services, caller: Caller, memberId: string): Promise<void> {
  const { user } = caller;
  if (!isAdministrator(user)) throw new Refusal(403, 'Only an owner or administrator may do this');
  await requireOwnSecondStep(services, caller);
  const member = await findUser(services.database, memberId);
  // Someone of another organisation, or of none, is as unknown here as nobody.
  if (!isSameOrganization(user, member)) throw new Refusal(404, 'User not found');
  await changeMethods(services, memberId, async (tx, target) => {
    await forgetMethods(tx, target);
    await endOtherSessions(tx, target.id);
    const who = [user.name, user.lastName].filter(Boolean).join(' ');
    return `All your sign-in methods were removed by ${who} (${user.email}), who looks after your organization.`;
  });
}

function isSameOrganization(administrator: User, member: User | undefined): boolean {
  return administrator.orgId !== null && member?.orgId === administrator.orgId;
}
