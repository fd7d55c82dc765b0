import type { User } from '../account/find-user.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';

const letters = {
  activate: {
    path: '/activate',
    subject: 'Turn on magic link',
    paragraph: 'Open this link to turn on sign-in by magic link for your account:',
    label: 'Turn on magic link',
  },
  'sign-in': {
    path: '/sign-in/link',
    subject: 'Your sign-in link',
    paragraph: 'Open this link, in the browser in which you are signing in, to go on:',
    label: 'Go on signing in',
  },
} as const;

/** What an emailed link does when someone opens it. */
export type LinkPurpose = keyof typeof letters;

/**
 * Mails a link to the account's own address. Its host comes from the configuration, never from the
 * request.
 */
export async function sendLinkMail(
  { appUrl, mailer, now }: Services,
  user: User,
  purpose: LinkPurpose,
  token: string,
): Promise<void> {
  const { path, subject, paragraph, label } = letters[purpose];
  const mail = await composeMail({
    to: user.email,
    date: new Date(now()),
    subject,
    paragraphs: [paragraph],
    link: { url: `${appUrl}${path}?token=${token}`, label },
    notes: [
      'It works once, for 10 minutes.',
      `If you did not ask for it, someone may know your password: do not open it, and write to ${mailer.supportEmail}.`,
    ],
  });
  await mailer.send(mail);
}
