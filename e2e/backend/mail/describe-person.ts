import type { User } from '../account/find-user.ts';

/** Names a person in a sentence of a mail: `Ada Lovelace (ada@example.com)`. */
export function describePerson({ name, lastName, email }: User): string {
  const fullName = [name, lastName].filter(Boolean).join(' ');
  return fullName === '' ? email : `${fullName} (${email})`;
}
