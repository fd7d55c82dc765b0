import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';
import { putInOutbox } from './outbox.ts';

/**
 * Mails users about a change of their sign-in methods, so that they notice one that was not
 * theirs. The mail is written in the transaction of the change, so that both succeed or neither;
 * the outbox worker sends it.
 *
 * @param what one sentence
 */
export async function writeChangeMail(
  { appUrl, mailer, now }: Services,
  tx: Database,
  user: Pick<User, 'email'>,
  what: string,
  subject = 'Your sign-in methods have changed',
): Promise<void> {
  const date = new Date(now());
  const mail = await composeMail({
    to: user.email,
    date,
    subject,
    paragraphs: [what, `Time: ${date.toUTCString()}`, 'Your methods are listed here:'],
    link: { url: `${appUrl}/`, label: 'See your methods' },
    notes: [
      `This wasn't me: write to ${mailer.supportEmail} at once. They help you change the password that you sign in with at ${appUrl}.`,
    ],
  });
  await putInOutbox(tx, mail);
}
