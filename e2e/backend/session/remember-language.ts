import { eq } from 'drizzle-orm';
import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import { users } from '../database/schema.ts';
import { acceptedLanguage } from '../http/languages.ts';

/**
 * Keeps the language that somebody reads, for mails that nobody's request brings about.
 *
 * @param tx a transaction that has locked the account
 * @param acceptLanguage the header; where it names no language of ours, the old one stays
 */
export async function rememberLanguage(
  tx: Database,
  user: User,
  acceptLanguage: string | null,
): Promise<void> {
  const language = acceptedLanguage(acceptLanguage);
  if (language !== undefined && language !== user.language)
    await tx.update(users).set({ language }).where(eq(users.id, user.id));
}
