import { orgRoles, type Profile } from './contract.ts';

/** Whether someone looks after everyone's second step in their organisation. */
export function isAdministrator({ orgId, orgRole }: Profile): boolean {
  return !!orgId && (orgRole === orgRoles.administrator || orgRole === orgRoles.owner);
}
