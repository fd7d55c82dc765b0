import type { Members } from '../api/contract-organization.ts';

/** How many of the members have no second step. */
export interface Coverage {
  without: number;
  of: number;
}

/** Undefined unless the answer says it of every single member: a number is never guessed. */
export function countWithout({ members, leftOut }: Members): Coverage | undefined {
  const isWhole = leftOut === 0 && members.every(({ mfaEnabled }) => mfaEnabled != null);
  if (!isWhole || members.length === 0) return undefined;
  return { without: members.filter((member) => !member.mfaEnabled).length, of: members.length };
}
