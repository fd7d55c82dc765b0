import { eq } from 'drizzle-orm';
import type { MfaType } from '../../../src/api/contract.ts';
import type { Database } from '../database/open-database.ts';
import { sessions } from '../database/schema.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/authenticate.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { readMethods, turnOn } from './account-methods.ts';
import { changeOwnMethods } from './change-methods.ts';
import { methodName } from './methods.ts';

/**
 * Ends a set-up, all of it at once: what was proven is kept (`keep` throws when it was not), the
 * method goes on, the session has a fresh proof, and the other sessions end.
 */
export async function completeSetup(
  services: Services,
  caller: Caller,
  type: MfaType,
  keep: (tx: Database) => Promise<void>,
): Promise<void> {
  await changeOwnMethods(services, caller, async (tx, user) => {
    await keep(tx);
    const { enabled } = await readMethods(tx, user);
    await turnOn(tx, user, type);
    await tx
      .update(sessions)
      .set({ provenAt: services.now() })
      .where(eq(sessions.id, caller.session.id));
    await endOtherSessions(tx, user.id, caller.session.id);
    return enabled.includes(type)
      ? `${methodName(type)} was set up again.`
      : `${methodName(type)} was set up and turned on.`;
  });
}
