import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Notice } from '../mail/notices.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';

/**
 * Runs one change of an account's methods in a transaction, and emails the account's owner about it.
 * @param find locks and returns the account; what it throws refuses the change
 * @param change returns what the email tells, or undefined where nothing changed; what it throws
 *   undoes everything
 * @param sessionId the owner's session that made the change, for the email
 */
export async function changeMethods(
  services: Services,
  find: (tx: Database) => Promise<User>,
  change: (tx: Database, user: User) => Promise<Notice | undefined>,
  sessionId?: string,
): Promise<void> {
  await services.database.transaction(async (tx) => {
    const user = await find(tx);
    // Read before the change ends sessions.
    const circumstances = await readCircumstances(tx, user.id, sessionId);
    const notice = await change(tx, user);
    if (notice !== undefined) await writeNotice(services, tx, user, notice, circumstances);
  });
  services.outboxWorker.wake();
}

/** Like `changeMethods`, for the caller's own account. */
export function changeOwnMethods(
  services: Services,
  caller: Caller,
  change: (tx: Database, user: User) => Promise<Notice | undefined>,
): Promise<void> {
  const find = async (tx: Database) => (await holdCaller(services, tx, caller)).user;
  return changeMethods(services, find, change, caller.session.id);
}
