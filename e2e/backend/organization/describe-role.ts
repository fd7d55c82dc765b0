import { orgRoles } from '../../../src/api/contract.ts';

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
