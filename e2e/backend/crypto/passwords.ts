import { hash, verify } from '@node-rs/argon2';

/**
 * In UTF-16 units. Nobody has a longer password, so a longer one is wrong without reading it, and
 * nobody can keep the server busy with it.
 */
export const longestPassword = 1024;

/**
 * One form for each password, as keyboards disagree about how to write a letter with its accent
 * (NIST SP 800-63B-4, 3.1.1.2).
 */
function normalize(password: string): string {
  return password.normalize('NFKC');
}

/** argon2id at the library's defaults, which are OWASP's (19 MiB, 2 passes, 1 lane). */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > longestPassword)
    throw new RangeError(`A password has at most ${String(longestPassword)} characters`);
  return hash(normalize(password));
}

/** Compared with where there is no such user, so that the answer takes as long as for a known one. */
const nobody = hashPassword('nobody has this password');

/**
 * @param passwordHash undefined: no such user, or one without a password; never right, and just as
 *   slow. A password that is too long takes as long, too.
 */
export async function isPasswordRight(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  const isTooLong = password.length > longestPassword;
  const isRight = await verify(
    passwordHash ?? (await nobody),
    isTooLong ? '' : normalize(password),
  );
  return isRight && passwordHash !== undefined && !isTooLong;
}
