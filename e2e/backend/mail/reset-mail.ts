import type { User } from '../account/find-user.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';

/**
 * Mails the link with which somebody who forgot the password chooses another. Its host comes from the
 * configuration, never from the request.
 */
export async function sendResetMail(
  { appUrl, mailer, now }: Services,
  user: Pick<User, 'email'>,
  token: string,
): Promise<void> {
  const mail = await composeMail({
    to: user.email,
    date: new Date(now()),
    subject: 'Choose a new password',
    paragraphs: ['Open this link to choose a new password for your account:'],
    link: { url: `${appUrl}/reset-password?token=${token}`, label: 'Choose a new password' },
    notes: [
      'It works once, for 30 minutes. A newer link replaces it.',
      'If you did not ask for it, you need not do anything: your password stays as it is.',
    ],
  });
  await mailer.send(mail);
}
