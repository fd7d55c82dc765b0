import { lockUser } from '../account/find-user.ts';
import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { writeChangeMail } from '../mail/change-mail.ts';
import type { Services } from '../services.ts';
import { unauthorized } from '../session/authenticate.ts';
import type { Caller } from '../session/authenticate.ts';
import { holdSession } from '../session/hold-session.ts';

/**
 * Runs one change of an account's methods: locked, whole or not at all, and told to its owner by
 * email, once it stands. `change` returns what the mail says has happened, or undefined when nothing
 * has; what it throws undoes everything.
 */
export async function changeMethods(
  services: Services,
  userId: string,
  change: (tx: Database, user: User) => Promise<string | undefined>,
): Promise<void> {
  await services.database.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (user === undefined) throw unauthorized();
    const what = await change(tx, user);
    if (what !== undefined) await writeChangeMail(services, tx, user, what);
  });
  services.postman.wake();
}

/** The same for the caller's own account, in a session that is still there. */
export function changeOwnMethods(
  services: Services,
  caller: Caller,
  change: (tx: Database, user: User) => Promise<string | undefined>,
): Promise<void> {
  return changeMethods(services, caller.user.id, async (tx, user) => {
    await holdSession(tx, caller.session);
    return change(tx, user);
  });
}
