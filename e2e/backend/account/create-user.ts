import { randomUUID } from 'node:crypto';
import { hashPassword } from '../crypto/passwords.ts';
import { randomToken } from '../crypto/hash.ts';
import type { Database } from '../database/open-database.ts';
import { organizations, users } from '../database/schema.ts';
import { normalizeEmail } from './find-user.ts';

export interface NewUser {
  email: string;
  password: string;
  name?: string;
  lastName?: string;
  orgId?: string;
  /** See `orgRoles` in the contract; a plain user by default. */
  orgRole?: number;
}

export async function createUser(database: Database, user: NewUser): Promise<{ id: string }> {
  return insertUser(database, user, await hashPassword(user.password));
}

/**
 * Like `createUser`, with a password that is already hashed; null for an account without a
 * password.
 */
export async function insertUser(
  database: Database,
  user: Omit<NewUser, 'password'>,
  passwordHash: string | null,
): Promise<{ id: string }> {
  const id = randomUUID();
  await database.insert(users).values({
    id,
    email: normalizeEmail(user.email),
    passwordHash,
    name: user.name ?? '',
    lastName: user.lastName ?? '',
    orgId: user.orgId ?? null,
    orgRole: user.orgRole ?? 0,
    passkeyHandle: randomToken(),
  });
  return { id };
}

export async function createOrganization(
  database: Database,
  name: string,
  domain?: string,
): Promise<{ id: string }> {
  const id = randomUUID();
  await database.insert(organizations).values({ id, name, domain });
  return { id };
}
