import { and, eq, gt } from 'drizzle-orm';
import { resetPasswordBody } from '../../../src/api/contract-password.ts';
import { lockUser } from '../account/find-user.ts';
import { hashToken } from '../crypto/hash.ts';
import { passwordResets, users } from '../database/schema.ts';
import { acceptedLanguage } from '../http/languages.ts';
import { Refusal } from '../http/refusal.ts';
import { forgetPasswordFailures } from '../limits/password-guesses.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import { openRoute } from '../route.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { hashChosenPassword } from './choose-password.ts';

/**
 * Sets the password by an emailed link, once. It signs nobody in: the person signs in with the new
 * password, and passes the second step as always. All sessions end.
 *
 * Wrong passwords are forgotten, because they were guesses at another password (NIST SP 800-63B-4,
 * 3.2.2 counts by authenticator). Wrong codes of the second step are not: otherwise whoever reads the
 * mails would get more guesses at it.
 */
export const resetPassword = openRoute(
  {
    method: 'POST',
    path: '/user/reset-password',
    body: resetPasswordBody,
    failure: 'Failed to reset password',
  },
  async (services, { token, newPassword }, { request, source }) => {
    const { database } = services;
    const isLive = and(
      eq(passwordResets.hash, hashToken(token)),
      gt(passwordResets.expiresAt, services.now()),
    );
    const [found] = await database
      .select({ user: users })
      .from(passwordResets)
      .innerJoin(users, eq(users.id, passwordResets.userId))
      .where(isLive);
    if (found === undefined) throw invalidToken();
    // A refused password leaves the link as it is.
    const from = { source, signal: request.signal };
    const passwordHash = await hashChosenPassword(found.user, newPassword, from);
    await database.transaction(async (tx) => {
      const user = await lockUser(tx, found.user.id);
      const used = await tx.delete(passwordResets).where(isLive).returning();
      if (used.length === 0 || user?.isActive !== true) throw invalidToken();
      await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
      const circumstances = await readCircumstances(tx, user.id);
      await endOtherSessions(tx, user.id);
      await forgetPasswordFailures(services, tx, user, source);
      const accepted = acceptedLanguage(request.headers.get('accept-language'));
      const known = { ...circumstances, language: circumstances.language ?? accepted };
      await writeNotice(services, tx, user, { kind: 'password-reset' }, known);
    });
    services.outboxWorker.wake();
    return { message: 'Password reset successfully' };
  },
);

function invalidToken(): Refusal {
  return new Refusal(400, 'Invalid or expired token');
}
