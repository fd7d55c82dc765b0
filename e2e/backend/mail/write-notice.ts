import type { User } from '../account/find-user.ts';
import type { Database } from '../database/open-database.ts';
import type { Services } from '../services.ts';
import { composeMail } from './compose-mail.ts';
import type { Letter } from './letter.ts';
import { openI18n } from './i18n.ts';
import type { I18n, Said } from './i18n.ts';
import { contactSupport, describeCircumstances } from './circumstances.ts';
import type { Circumstances, MailSender } from './circumstances.ts';
import { wordsOf } from './notices.ts';
import type { Notice } from './notices.ts';
import { putInOutbox } from './outbox.ts';

/**
 * Mails the owner of an account about something that happened to it, so that they notice what was
 * not theirs. The mail is written in the transaction of the change, so that both succeed or
 * neither; the outbox worker sends it.
 */
export async function writeNotice(
  services: Services,
  tx: Database,
  user: Pick<User, 'email'>,
  notice: Notice,
  circumstances: Circumstances = {},
): Promise<void> {
  const { appUrl, brand, mailer, now } = services;
  const sender = { appUrl, supportEmail: mailer.supportEmail };
  const i18n = await openI18n(circumstances.language);
  const letter = noticeLetter(sender, user.email, notice, { ...circumstances, at: now() }, i18n);
  await putInOutbox(tx, await composeMail(letter, i18n, brand));
}

export function noticeLetter(
  { appUrl, supportEmail }: MailSender,
  to: string,
  notice: Notice,
  happened: Circumstances & { at: number },
  i18n: I18n,
): Letter {
  const { subject, paragraphs, doubt, doubtPath, otherwise } = wordsOf(notice, i18n);
  return {
    to,
    date: new Date(happened.at),
    subject,
    supportEmail,
    blocks: [
      ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
      { kind: 'facts', facts: describeCircumstances(to, happened, i18n) },
      {
        kind: 'button',
        link: { label: doubt, url: `${appUrl}${doubtPath}` },
        notes: [contactSupport(supportEmail, i18n)],
      },
      { kind: 'note', text: otherwise },
      { kind: 'note', text: whyYouGetThis(appUrl, i18n) },
    ],
  };
}

function whyYouGetThis(appUrl: string, i18n: I18n): Said {
  return i18n._('We email you about every change to how you sign in at {host}.', {
    host: new URL(appUrl).host,
  });
}
