import { orgRoles } from '../../../src/api/contract.ts';
import type { User } from './find-user.ts';

const descriptions = new Map<number, string>([
  [orgRoles.user, 'User'],
  [orgRoles.billing, 'Billing'],
  [orgRoles.workspaces, 'Workspaces'],
  [orgRoles.administrator, 'Administrator'],
  [orgRoles.owner, 'Owner'],
]);

export function describeRole(orgRole: number): string {
  return descriptions.get(orgRole) ?? 'User';
}

/** Whether this person manages the second step of everyone in their organization. */
export function isAdministrator({ orgId, orgRole }: User): boolean {
  return orgId !== null && (orgRole === orgRoles.owner || orgRole === orgRoles.administrator);
}
