import { orgRoles } from '../../../src/api/contract.ts';
import type { User } from '../account/find-user.ts';

/** Whether someone looks after everyone's second step in their organisation. */
export function isAdministrator({ orgId, orgRole }: User): boolean {
  return orgId !== null && (orgRole === orgRoles.owner || orgRole === orgRoles.administrator);
}
