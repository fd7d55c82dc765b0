import { sessionRoute } from '../route.ts';
import { describeRole } from '../account/roles.ts';
import { isEnforcedFor } from '../account/enforcement.ts';

export const profile = sessionRoute(
  {
    method: 'GET',
    path: '/user/profile',
    access: 'verified',
    failure: 'Failed to get the profile',
  },
  async ({ database }, { user }) => {
    const { id, name, lastName, email, orgId, orgRole, isValidated } = user;
    return {
      data: {
        id,
        name,
        lastName,
        email,
        orgId,
        orgRole,
        orgRoleDescription: describeRole(orgRole),
        orgRoles: [orgRole],
        validated: isValidated,
        mfaRequired: await isEnforcedFor(database, user),
      },
    };
  },
);
