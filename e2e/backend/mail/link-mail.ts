import type { User } from '../account/find-user.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';
import type { Letter } from './letter.ts';
import { openI18n } from './i18n.ts';
import type { I18n } from './i18n.ts';
import { contactSupport, describeCircumstances } from './circumstances.ts';
import type { Circumstances, MailSender } from './circumstances.ts';

const paths = {
  activate: '/activate',
  'sign-in': '/sign-in/link',
  'reset-password': '/reset-password',
} as const;

type LinkMail = keyof typeof paths;

/** What an emailed link does when someone opens it. */
export type LinkPurpose = Exclude<LinkMail, 'reset-password'>;

/**
 * Mails a link to the account's own address. Its host comes from the configuration, never from the
 * request.
 */
export async function sendLinkMail(
  { appUrl, brand, mailer, now }: Services,
  user: Pick<User, 'email'>,
  purpose: LinkMail,
  token: string,
  circumstances: Circumstances = {},
): Promise<void> {
  const sender = { appUrl, supportEmail: mailer.supportEmail };
  const happened = { ...circumstances, at: now() };
  const i18n = await openI18n(circumstances.language);
  const letter = linkLetter(sender, user.email, purpose, token, happened, i18n);
  await mailer.send(await composeMail(letter, i18n, brand));
}

export function linkLetter(
  { appUrl, supportEmail }: MailSender,
  to: string,
  purpose: LinkMail,
  token: string,
  happened: Circumstances & { at: number },
  i18n: I18n,
): Letter {
  const { subject, paragraph, label, lifetime, doubt } = wordsOf(purpose, i18n);
  return {
    to,
    date: new Date(happened.at),
    subject,
    supportEmail,
    blocks: [
      { kind: 'paragraph', text: paragraph },
      {
        kind: 'button',
        link: { label, url: `${appUrl}${paths[purpose]}?token=${token}` },
        notes: [lifetime],
      },
      { kind: 'facts', facts: describeCircumstances(to, happened, i18n) },
      { kind: 'paragraph', text: doubt },
      { kind: 'link', link: { label: i18n._('Secure your account'), url: `${appUrl}/not-me` } },
      { kind: 'note', text: contactSupport(supportEmail, i18n) },
    ],
  };
}

function wordsOf(purpose: LinkMail, i18n: I18n) {
  switch (purpose) {
    case 'activate':
      return {
        subject: i18n._('Turn on magic link'),
        paragraph: i18n._(
          'Open this link to turn on magic link. From then on, a link like this can finish signing you in.',
        ),
        label: i18n._('Turn on magic link'),
        lifetime: i18n._('The link works once, for 10 minutes.'),
        doubt: i18n._(
          "Didn't ask for this? Someone may be signed in to your account. Don't open the link above.",
        ),
      };
    case 'sign-in':
      return {
        subject: i18n._('Your sign-in link'),
        paragraph: i18n._("Open this link in the browser where you're signing in."),
        label: i18n._('Finish signing in'),
        lifetime: i18n._('The link works once, for 10 minutes.'),
        doubt: i18n._(
          "Didn't ask for this? Someone may know your password. Don't open the link above.",
        ),
      };
    case 'reset-password':
      return {
        subject: i18n._('Choose a new password'),
        paragraph: i18n._('Open this link to choose a new password for your account.'),
        label: i18n._('Choose a new password'),
        lifetime: i18n._('The link works once, for 30 minutes. A newer link replaces it.'),
        doubt: i18n._(
          "Didn't ask for this? You don't need to do anything. Your password stays as it is.",
        ),
      };
  }
}
