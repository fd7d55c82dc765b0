import type { User } from '../account/find-user.ts';
import { logFailure } from '../http/log.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';

/**
 * Tells people that their sign-in methods have changed, so that a change that was not theirs does
 * not go unseen. The change stands whether or not the mail gets through.
 *
 * @param what one sentence.
 */
export async function sendChangeMail(
  { appUrl, mailer, now }: Services,
  user: User,
  what: string,
): Promise<void> {
  const date = new Date(now());
  const mail = await composeMail({
    to: user.email,
    date,
    subject: 'Your sign-in methods have changed',
    paragraphs: [what, `Time: ${date.toUTCString()}`, 'Your methods are listed here:'],
    link: { url: `${appUrl}/`, label: 'See your methods' },
    notes: [`This wasn't me: change your password, and write to ${mailer.supportEmail} at once.`],
  });
  try {
    await mailer.send(mail);
  } catch (error) {
    logFailure('The mail about a change could not be sent', error);
  }
}
