import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { requestPasswordResetBody } from '../../../src/api/contract-password.ts';
import { normalizeEmail } from '../account/find-user.ts';
import { hashToken, keyedHash, randomToken } from '../crypto/hash.ts';
import { passwordResets, users } from '../database/schema.ts';
import { acceptedLanguage } from '../http/languages.ts';
import { countTry } from '../limits/rate-limit.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { sendLinkMail } from '../mail/link-mail.ts';
import { openRoute } from '../route.ts';
import { lifetimes } from '../session/lifetimes.ts';

const hour = 60 * 60_000;

/**
 * Mails a link with which somebody who forgot the password chooses another. A newer link replaces an
 * older one. Known and unknown addresses get the same answer, count towards the same limits and run the
 * same statements in one transaction; the mail is written and sent after the answer. An account without
 * a password gets none, because a link must not add a way in.
 */
export const requestPasswordReset = openRoute(
  {
    method: 'POST',
    path: '/user/request-reset-password',
    body: requestPasswordResetBody,
    failure: 'Failed to request password reset',
  },
  async (services, body, { request, source }) => {
    const email = normalizeEmail(body.email);
    const token = randomToken();
    const expiresAt = services.now() + lifetimes.passwordReset;
    const asked = keyedHash(services.keys.rateLimits, email);
    const asker = keyedHash(services.keys.rateLimits, `${email} from ${source}`);
    const [reset] = await services.database.transaction(async (tx) => {
      const counting = { ...services, database: tx };
      // The source's own quotas come first, so that no source can use up the address's.
      await countTry(counting, { key: `resets from ${source}`, count: 30, window: hour });
      await countTry(counting, { key: `reset ${asker}`, count: 3, window: hour });
      await countTry(counting, { key: `resets ${asked}`, count: 12, window: hour });
      const account = tx
        .select({
          userId: users.id,
          hash: sql<string>`${hashToken(token)}`.as('hash'),
          expiresAt: sql<number>`${expiresAt}::bigint`.as('expires_at'),
        })
        .from(users)
        .where(
          and(eq(users.email, email), eq(users.isActive, true), isNotNull(users.passwordHash)),
        );
      return tx
        .insert(passwordResets)
        .select(account)
        .onConflictDoUpdate({
          target: passwordResets.userId,
          set: { hash: sql`excluded.hash`, expiresAt: sql`excluded.expires_at` },
        })
        .returning();
    });
    const accepted = acceptedLanguage(request.headers.get('accept-language'));
    services.background.run('The mail with a reset link could not be sent', async () => {
      if (reset === undefined) return;
      const circumstances = await readCircumstances(services.database, reset.userId);
      const language = circumstances.language ?? accepted;
      const known = { ...circumstances, language };
      await sendLinkMail(services, { email }, 'reset-password', token, known);
    });
    return {
      message:
        'If an account belongs to this address, a link to choose a new password is on its way',
    };
  },
);
