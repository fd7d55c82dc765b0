import { eq } from 'drizzle-orm';
import type { MfaType } from '../../../src/api/contract.ts';
import type { Database } from '../database/open-database.ts';
import { sessions } from '../database/schema.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { readMethods, turnOn } from '../account/account-methods.ts';
import { changeOwnMethods } from './change-methods.ts';

/**
 * Completes a set-up in one transaction: stores the new method, turns it on and ends the other
 * sessions. It counts as a proof, which the tokens from the session's next refresh carry.
 * @param keep stores the method; throws where it was not confirmed
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
    return { kind: 'method-added', method: type, isAgain: enabled.includes(type) };
  });
}
