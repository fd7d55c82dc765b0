import { hash, verify } from '@node-rs/argon2';

/** argon2id at the library's defaults, which are OWASP's (19 MiB, 2 passes, 1 lane). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Compared with where there is no such user, so that the answer takes as long as for a known one. */
const nobody = hashPassword('nobody has this password');

/** @param passwordHash undefined: no such user; never right, and just as slow. */
export async function isPasswordRight(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const isRight = await verify(passwordHash ?? (await nobody), password);
  return isRight && passwordHash !== undefined;
}
