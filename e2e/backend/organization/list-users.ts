import { eq } from 'drizzle-orm';
import { users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../http/route.ts';
import { describeRole } from './describe-role.ts';
import { isAdministrator } from './is-administrator.ts';

export const listUsers = sessionRoute(
  {
    method: 'GET',
    path: '/organization/users',
    access: 'organization',
    failure: 'Failed to get the users',
  },
  async ({ database }, { user }) => {
    if (user.orgId === null || !isAdministrator(user))
      throw new Refusal(403, 'Only an owner or administrator may do this');
    const rows = await database
      .select()
      .from(users)
      .where(eq(users.orgId, user.orgId))
      .orderBy(users.email);
    const data = rows.map(({ id, email, name, lastName, orgId, orgRole, primaryMethod }) => ({
      id,
      email,
      name,
      lastName,
      orgId,
      orgRole,
      validated: true,
      orgRoleDescription: describeRole(orgRole),
      // One is primary exactly where any is on.
      mfaEnabled: primaryMethod !== null,
    }));
    return { data, total: data.length };
  },
);
