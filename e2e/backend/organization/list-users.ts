import { and, eq, isNull } from 'drizzle-orm';
import { orgRoles } from '../../../src/api/contract.ts';
import { users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { describeRole, isAdministrator } from '../account/roles.ts';

/**
 * Open to the role WORKSPACES and above. Only those who may reset a second step see who has one.
 */
export const listUsers = sessionRoute(
  {
    method: 'GET',
    path: '/organization/users',
    access: 'organization',
    failure: 'Failed to get the users',
  },
  async ({ database }, { user }) => {
    if (user.orgId === null || user.orgRole < orgRoles.workspaces)
      throw new Refusal(403, 'Your role does not allow this', { data: [], total: 0 });
    const isInCharge = isAdministrator(user);
    const rows = await database
      .select()
      .from(users)
      .where(and(eq(users.orgId, user.orgId), isNull(users.deletedAt)))
      .orderBy(users.email);
    const data = rows.map((row) => ({
      id: row.id,
      email: row.email,
      name: row.name,
      lastName: row.lastName,
      orgId: row.orgId,
      orgRole: row.orgRole,
      orgRoleDescription: describeRole(row.orgRole),
      validated: row.isValidated,
      deletedAt: row.deletedAt,
      // There is a primary method exactly where any method is on.
      ...(isInCharge ? { mfaEnabled: row.primaryMethod !== null } : {}),
    }));
    return { data, total: data.length };
  },
);
