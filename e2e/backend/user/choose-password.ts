import { passwordErrorCodes, shortestPassword } from '../../../src/api/contract-password.ts';
import type { User } from '../account/find-user.ts';
import { hashPassword, longestPassword } from '../crypto/passwords.ts';
import { Refusal } from '../http/refusal.ts';
import { hashing } from './check-password.ts';

/** Of zxcvbn's five scores. Passwords below it are found within a million guesses. */
const lowestScore = 2;
/** Judging takes longer for longer passwords, and one that begins well is good. */
const judgedLength = 40;

/**
 * Hashes a password that somebody chose, in the same queue as all others. There are no rules about
 * kinds of characters (NIST SP 800-63B-4, 3.1.1.2): it must only be long enough, and none that guessers
 * try first.
 * @throws Refusal 400 for a password that is not good enough
 */
export function hashChosenPassword(
  user: User,
  password: string,
  { source, signal }: { source: string; signal: AbortSignal },
): Promise<string> {
  // A composed letter counts as one, however the keyboard sent it.
  const length = [...password.normalize('NFKC')].length;
  if (length < shortestPassword)
    throw refusal('tooShort', `A password has at least ${String(shortestPassword)} characters`);
  if (password.length > longestPassword)
    throw refusal('tooLong', `A password has at most ${String(longestPassword)} characters`);
  const judgeAndHash = async () => {
    await refuseCommon(user, password);
    return hashPassword(password);
  };
  return hashing.run(source, judgeAndHash, signal);
}

async function refuseCommon(user: User, password: string): Promise<void> {
  const { name, lastName, email } = user;
  const [local = '', host = ''] = email.split('@');
  const own = [email, local, host, name, lastName, `${name}${lastName}`];
  judge ??= loadJudge();
  const known = own.filter((each) => each !== '');
  const { score } = (await judge).check(password.slice(0, judgedLength), known);
  if (score < lowestScore)
    throw refusal('tooCommon', 'This password is easy to guess. Choose another one');
}

let judge: ReturnType<typeof loadJudge> | undefined;

/** Its dictionaries take a third of a second to load, so they are loaded for the first password. */
async function loadJudge() {
  const { ZxcvbnFactory } = await import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = await import('@zxcvbn-ts/language-common');
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/** @throws Refusal 400 for an account that signs in with another provider */
export function requirePassword({ passwordHash }: User): void {
  if (passwordHash === null)
    throw refusal('none', 'This account signs in with another provider and has no password');
}

function refusal(code: keyof typeof passwordErrorCodes, error: string): Refusal {
  return new Refusal(400, error, { error_code: passwordErrorCodes[code] });
}
