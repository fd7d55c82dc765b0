import { lock } from 'proper-lockfile';

/**
 * Keeps a second process off a folder: two embedded databases on one folder diverge silently.
 * Waits a few seconds first, as the lock of a process that was killed goes stale only then.
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
