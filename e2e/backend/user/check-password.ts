import { and, eq } from 'drizzle-orm';
import { availableParallelism } from 'node:os';
import { isPasswordRight } from '../crypto/passwords.ts';
import { knownDevices, users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { FairQueue } from '../limits/fair-queue.ts';
import { countPasswordGuess } from '../limits/password-guesses.ts';
import type { Services } from '../services.ts';
import type { User } from '../account/find-user.ts';

/**
 * One queue for the process. argon2 occupies a core for a tenth of a second, on one of the four
 * threads that also sign tokens, so some cores and threads are left to other calls.
 */
export const hashing = new FairQueue(Math.max(1, Math.min(2, availableParallelism() - 1)), 100);

export interface Credentials {
  email: string;
  password: string;
  /** The hash of the browser's identifier, if it sent one. */
  deviceHash: string | undefined;
  source: string;
  signal: AbortSignal;
}

/** The platform's codes for a failed sign-in. Its other codes would reveal who has an account. */
type LoginErrorCode = 'INVALID_PASSWORD' | 'USER_INACTIVE';

/**
 * Returns the account that the password belongs to. Known and unknown addresses, and accounts
 * without a password, take the same steps, so neither the answer nor its time reveals which it
 * was.
 */
export function checkPassword(services: Services, credentials: Credentials): Promise<User> {
  const { email, password, source, signal } = credentials;
  const check = async () => {
    const { user, deviceHash } = await findAccount(services, credentials);
    const guess = await countPasswordGuess(services, { email, user, deviceHash, source });
    const isRight = await isPasswordRight(user?.passwordHash ?? undefined, password);
    if (user === undefined || !isRight) {
      await guess.wasWrong();
      throw wrongPassword();
    }
    await guess.wasRight();
    if (!user.isActive) throw failure('USER_INACTIVE', 'This account is not active');
    return user;
  };
  // The queue covers all of this, so that strangers keep the database no busier than the
  // processor.
  return hashing.run(source, check, signal);
}

async function findAccount({ database }: Services, { email, deviceHash = '' }: Credentials) {
  const [found] = await database
    .select({ user: users, device: knownDevices })
    .from(users)
    .leftJoin(
      knownDevices,
      and(eq(knownDevices.userId, users.id), eq(knownDevices.hash, deviceHash)),
    )
    .where(eq(users.email, email));
  return { user: found?.user, deviceHash: found?.device?.hash };
}

export function wrongPassword(): Refusal {
  return failure('INVALID_PASSWORD', 'Invalid email or password');
}

function failure(code: LoginErrorCode, error: string): Refusal {
  return new Refusal(401, error, { error_code: code });
}
