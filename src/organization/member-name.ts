import type { Member } from '../api/contract-organization.ts';

/** What a member is called; the address, where no name is given. */
export function memberName({ name, lastName, email }: Member): string {
  const full = [name, lastName].map((part) => part?.trim()).filter(Boolean);
  return full.join(' ') || email;
}
