import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { Member } from '../api/contract-organization.ts';
import { orgRoles } from '../api/contract.ts';

const names = new Map<Member['orgRole'], MessageDescriptor | undefined>([
  [orgRoles.user, undefined],
  [orgRoles.billing, msg`Billing`],
  [orgRoles.workspaces, msg`Workspaces`],
  [orgRoles.administrator, msg`Administrator`],
  [orgRoles.owner, msg`Owner`],
]);

/** What is said of a role: nothing of a plain user; the server's own word for roles of tomorrow. */
export function roleName(member: Member): MessageDescriptor | string | undefined {
  const { orgRole, orgRoleDescription } = member;
  if (names.has(orgRole)) return names.get(orgRole);
  return orgRoleDescription?.trim() || undefined;
}
