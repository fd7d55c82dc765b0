import type { Member } from '../api/contract-organization.ts';

export type MemberAction = 'reset' | 'own-settings' | 'nothing-to-reset';

/** What the reader can do for a member. Of roles the contract says nothing: the server judges. */
export function memberAction(member: Member, readerId: string): MemberAction {
  if (member.id === readerId) return 'own-settings';
  return member.mfaEnabled === false ? 'nothing-to-reset' : 'reset';
}
