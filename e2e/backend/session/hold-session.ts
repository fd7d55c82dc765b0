import { eq } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';
import { sessions } from '../database/schema.ts';
import { unauthorized } from './authenticate.ts';
import type { Session } from './sessions.ts';

/**
 * Keeps a session from ending before the transaction does; throws when it has ended already, as by a
 * change that came in between: what it was about to do, it does no more.
 */
export async function holdSession(tx: Database, { id }: Session): Promise<void> {
  const held = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.id, id))
    .for('key share');
  if (held.length === 0) throw unauthorized();
}
