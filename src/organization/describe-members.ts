import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

import type { Member, Members } from '../api/contract-organization.ts';
import { orgRoles } from '../api/contract.ts';

/** The full name, or the address if no name is given. */
export function memberName({ name, lastName, email }: Member): string {
  const full = [name, lastName].map((part) => part?.trim()).filter(Boolean);
  return full.join(' ') || email;
}

const roleNames = new Map<Member['orgRole'], MessageDescriptor | undefined>([
  [orgRoles.user, undefined],
  [orgRoles.billing, msg`Billing`],
  [orgRoles.workspaces, msg`Workspaces`],
  [orgRoles.administrator, msg`Administrator`],
  [orgRoles.owner, msg`Owner`],
]);

/** Undefined for a plain user. A role that this version doesn't know has the server's own name. */
export function roleName(member: Member): MessageDescriptor | string | undefined {
  const { orgRole, orgRoleDescription } = member;
  if (roleNames.has(orgRole)) return roleNames.get(orgRole);
  return orgRoleDescription?.trim() || undefined;
}

export type MemberAction = 'reset' | 'remind' | 'own-settings';

/** What the reader can do for a member. The contract doesn't limit it by role; the server decides. */
export function memberAction(member: Member, readerId: string): MemberAction {
  if (member.id === readerId) return 'own-settings';
  return member.mfaEnabled === false ? 'remind' : 'reset';
}

/** How many of the members have no second step. */
export interface Coverage {
  without: number;
  of: number;
}

/** Undefined unless the answer says it about every member, because a number must never be a guess. */
export function countWithout({ members, leftOut }: Members): Coverage | undefined {
  const isWhole = leftOut === 0 && members.every(({ mfaEnabled }) => mfaEnabled != null);
  if (!isWhole || members.length === 0) return undefined;
  return { without: members.filter((member) => !member.mfaEnabled).length, of: members.length };
}
