import { and, eq } from 'drizzle-orm';
import { lockUser } from '../account/find-user.ts';
import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { sessions } from '../database/schema.ts';
import { sendChangeMail } from '../mail/change-mail.ts';
import type { Services } from '../services.ts';
import { unauthorized } from '../session/authenticate.ts';
import type { Caller } from '../session/authenticate.ts';

/**
 * Runs one change of an account's methods: locked, whole or not at all, and told to its owner by
 * email once it stands. `change` returns what the mail says has happened, or undefined when nothing
 * has; what it throws undoes everything.
 */
export async function changeMethods(
  services: Services,
  userId: string,
  change: (tx: Database, user: User) => Promise<string | undefined>,
): Promise<void> {
  const changed = await services.database.transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (user === undefined) throw unauthorized();
    return { user, what: await change(tx, user) };
  });
  if (changed.what !== undefined) await sendChangeMail(services, changed.user, changed.what);
}

/**
 * The same for the caller's own account, in a session that is still there: one that another change
 * has just ended changes nothing any more.
 */
export function changeOwnMethods(
  services: Services,
  { user: { id }, session }: Caller,
  change: (tx: Database, user: User) => Promise<string | undefined>,
): Promise<void> {
  return changeMethods(services, id, async (tx, user) => {
    const [alive] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, session.id), eq(sessions.userId, id)));
    if (alive === undefined) throw unauthorized();
    return change(tx, user);
  });
}
