import { and, eq } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { users } from '../database/schema.ts';
import { acceptedLanguage } from '../http/languages.ts';
import { Refusal } from '../http/refusal.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Services } from '../services.ts';
import { countTry } from './rate-limit.ts';

const hour = 60 * 60_000;

interface NewSignIn {
  sessionId: string;
  /** Whether the account knows the browser. */
  isKnown: boolean;
  /** The header. It may be somebody else's, and counts only where the owner's language is unknown. */
  acceptLanguage: string | null;
}

/**
 * Mails the owner about a sign-in that is complete, if the browser is new to the account. A browser
 * without an identifier is always new: a thief could leave it out. The very first sign-in of an
 * account is its owner's. At most ten mails an hour, which already tell what there is to tell.
 *
 * @param tx a transaction that has locked the account
 */
export async function tellOfSignIn(
  services: Services,
  tx: Database,
  user: User,
  { sessionId, isKnown, acceptLanguage }: NewSignIn,
): Promise<void> {
  const first = await tx
    .update(users)
    .set({ hasSignedIn: true })
    .where(and(eq(users.id, user.id), eq(users.hasSignedIn, false)))
    .returning();
  if (isKnown || first.length > 0) return;
  if (!(await mayTell({ ...services, database: tx }, user))) return;
  const circumstances = await readCircumstances(tx, user.id, sessionId);
  const language = circumstances.language ?? acceptedLanguage(acceptLanguage);
  const notice = { kind: 'new-sign-in', device: circumstances.device } as const;
  await writeNotice(services, tx, user, notice, { ...circumstances, language });
}

async function mayTell(services: Services, { id }: User): Promise<boolean> {
  try {
    await countTry(services, { key: `sign-in mails ${id}`, count: 10, window: hour });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
