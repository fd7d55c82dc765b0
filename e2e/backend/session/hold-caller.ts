import { eq } from 'drizzle-orm';
import { lockUser } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { sessions } from '../database/schema.ts';
import type { Services } from '../services.ts';
import { isFreshlyProven, requireAccess } from './access.ts';
import { callerOf } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { rememberLanguage } from './remember-language.ts';

/**
 * Reads the caller again at the start of a change's transaction and checks the call's requirements
 * again, because they may no longer be met. The account stays locked until the transaction ends,
 * so changes of one account run one after the other, and the session cannot end meanwhile.
 * @throws Refusal 401, or 403 as `requireAccess` does
 */
export async function holdCaller(
  services: Services,
  tx: Database,
  { access, user, session, acceptLanguage }: Caller,
): Promise<Caller> {
  const locked = await lockUser(tx, user.id);
  const [row] = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.id, session.id))
    .for('key share');
  const { id: sessionId, userId, isVerified, provenAt } = session;
  const claims = { sessionId, userId, isVerified, provenAt };
  const held = { ...callerOf(services, access, claims, locked, row), acceptLanguage };
  await requireAccess(services, tx, held);
  // Whoever has only a stolen token must not choose a language that the owner cannot read.
  if (held.user.language === null || isFreshlyProven(services, held))
    await rememberLanguage(tx, held.user, acceptLanguage);
  return held;
}
