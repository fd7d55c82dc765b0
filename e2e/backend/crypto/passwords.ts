import { hash, verify } from '@node-rs/argon2';

/**
 * In UTF-16 units. No account has a longer password, so longer ones are rejected without hashing
 * them: otherwise huge passwords could keep the server busy.
 */
export const longestPassword = 1024;

/**
 * Keyboards encode accented letters in different ways, so passwords are normalized (NIST SP
 * 800-63B-4, 3.1.1.2).
 */
function normalize(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Hashes with argon2id at the library's defaults, which OWASP recommends (19 MiB, 2 passes, 1
 * lane).
 */
export async function hashPassword(password: string): Promise<string> {
  if (password.length > longestPassword)
    throw new RangeError(`A password has at most ${String(longestPassword)} characters`);
  return hash(normalize(password));
}

/** Used for unknown accounts, so that they take as long to answer as known ones. */
const nobody = hashPassword('nobody has this password');

/**
 * Always takes the same time, even for a password that is too long.
 * @param passwordHash undefined for an unknown user or one without a password: the answer is false
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
