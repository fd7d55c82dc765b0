import { lock } from 'proper-lockfile';

/**
 * Locks a folder for this process: two embedded databases on one folder would diverge without an
 * error. It retries for a few seconds, because the lock of a killed process expires only then.
 */
export async function lockFolder(
  folder: string,
  /** Seconds, and tries. */
  patience = 7,
): Promise<() => Promise<void>> {
  try {
    return await lock(folder, {
      stale: 5000,
      retries: { retries: patience, minTimeout: 1000, maxTimeout: 1000 },
    });
  } catch (cause) {
    throw new Error(
      `Another process is already using the database in ${folder}. Stop it first, or set DATABASE_URL.`,
      { cause },
    );
  }
}
