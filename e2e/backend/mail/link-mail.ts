import type { User } from '../account/find-user.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';
import type { Letter } from './letter.ts';
import { contactSupport, describeCircumstances } from './circumstances.ts';
import type { Circumstances, MailSender } from './circumstances.ts';

const letters = {
  activate: {
    path: '/activate',
    subject: 'Turn on magic link',
    paragraph:
      'Open this link to turn on magic link. After that, a link like this one can be your second step when you sign in.',
    label: 'Turn on magic link',
    lifetime: 'The link works once, for 10 minutes.',
    doubt:
      "Didn't ask for this? Someone may be signed in to your account. Don't open the link above.",
  },
  'sign-in': {
    path: '/sign-in/link',
    subject: 'Your sign-in link',
    paragraph: "Open this link in the browser where you're signing in.",
    label: 'Finish signing in',
    lifetime: 'The link works once, for 10 minutes.',
    doubt: "Didn't ask for this? Someone may know your password. Don't open the link above.",
  },
  'reset-password': {
    path: '/reset-password',
    subject: 'Choose a new password',
    paragraph: 'Open this link to choose a new password for your account.',
    label: 'Choose a new password',
    lifetime: 'The link works once, for 30 minutes. A newer link replaces it.',
    doubt: "Didn't ask for this? You don't need to do anything. Your password stays as it is.",
  },
} as const;

type LinkMail = keyof typeof letters;

/** What an emailed link does when someone opens it. */
export type LinkPurpose = Exclude<LinkMail, 'reset-password'>;

/**
 * Mails a link to the account's own address. Its host comes from the configuration, never from the
 * request.
 */
export async function sendLinkMail(
  { appUrl, mailer, now }: Services,
  user: Pick<User, 'email'>,
  purpose: LinkMail,
  token: string,
  circumstances: Circumstances = {},
): Promise<void> {
  const sender = { appUrl, supportEmail: mailer.supportEmail };
  const happened = { ...circumstances, at: now() };
  await mailer.send(await composeMail(linkLetter(sender, user.email, purpose, token, happened)));
}

export function linkLetter(
  { appUrl, supportEmail }: MailSender,
  to: string,
  purpose: LinkMail,
  token: string,
  happened: Circumstances & { at: number },
): Letter {
  const { path, subject, paragraph, label, lifetime, doubt } = letters[purpose];
  return {
    to,
    date: new Date(happened.at),
    subject,
    supportEmail,
    blocks: [
      { kind: 'paragraph', text: paragraph },
      {
        kind: 'button',
        link: { label, url: `${appUrl}${path}?token=${token}` },
        notes: [lifetime],
      },
      { kind: 'facts', facts: describeCircumstances(to, happened) },
      { kind: 'paragraph', text: doubt },
      { kind: 'link', link: { label: 'Secure your account', url: `${appUrl}/not-me` } },
      { kind: 'note', text: contactSupport(supportEmail) },
    ],
  };
}
