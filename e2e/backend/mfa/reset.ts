import { resetBody } from '../../../src/api/contract.ts';
import { lockUsers } from '../account/find-user.ts';
import type { User } from '../account/find-user.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { describePerson } from '../mail/describe-person.ts';
import { holdEnforcement, requireOwnSecondStep } from '../account/enforcement.ts';
import { isAdministrator } from '../account/roles.ts';
import type { Database } from '../database/open-database.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { changeMethods, changeOwnMethods } from './change-methods.ts';
import { forgetMethods } from './forget-methods.ts';

/** Removes all methods of the caller's own account or, for administrators, of a member's. */
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
    if (await holdEnforcement(tx, user))
      throw new Refusal(403, 'Your organization requires a second step: ask an administrator');
    await forgetMethods(tx, user);
    await endOtherSessions(tx, user.id, caller.session.id);
    return { kind: 'methods-removed' };
  });
}

async function resetMember(services: Services, caller: Caller, memberId: string): Promise<void> {
  let by: User;
  const find = async (tx: Database) => {
    // Lock both accounts at once, in the order of their ids: two administrators who reset each
    // other must not deadlock.
    const locked = await lockUsers(tx, [caller.user.id, memberId]);
    ({ user: by } = await holdCaller(services, tx, caller));
    if (!isAdministrator(by))
      throw new Refusal(
        403,
        "Insufficient permissions. OWNER or ADMINISTRATOR role required to reset another user's MFA.",
      );
    await requireOwnSecondStep(tx, by);
    const member = locked.find(({ id }) => id === memberId);
    // The answer is the same for somebody in another organization, in none, deleted, or unknown.
    if (member?.orgId !== by.orgId || member.deletedAt !== null)
      throw new Refusal(404, 'User not found');
    return member;
  };
  await changeMethods(services, find, async (tx, member) => {
    await forgetMethods(tx, member);
    await endOtherSessions(tx, member.id);
    return { kind: 'methods-removed-by-administrator', by: describePerson(by) };
  });
}
