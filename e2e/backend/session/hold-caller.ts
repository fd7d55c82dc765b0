import { eq } from 'drizzle-orm';
import { lockUser } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { sessions } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { requireAccess } from './access.ts';
import { callerOf } from './authenticate.ts';
import type { Caller } from './caller.ts';

/**
 * Reads the caller again at the start of a change's transaction and checks the call's requirements
 * again, because they may no longer be met. The account stays locked until the transaction ends,
 * so changes of one account run one after the other, and the session cannot end meanwhile.
 * @throws Refusal 401, or 403 as `requireAccess` does
 */
export async function holdCaller(
  services: Services,
  tx: Database,
  { access, user, session }: Caller,
): Promise<Caller> {
  const locked = await lockUser(tx, user.id);
  const [row] = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.id, session.id))
    .for('key share');
  const { id: sessionId, userId, isVerified, provenAt } = session;
  const claims = { sessionId, userId, isVerified, provenAt };
  const held = callerOf(services, access, claims, locked, row);
  await requireAccess(services, tx, held);
  return held;
}
