import { createTransport } from 'nodemailer';
import { openI18n } from './i18n.ts';

export interface OutgoingMail {
  to: string;
  /** BCP 47. */
  language: string;
  subject: string;
  text: string;
  html: string;
  date: Date;
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
  /** The support address named in mails. */
  supportEmail: string;
  close(): void;
}

const headers = {
  // No machine answers these mails, for example with a note of absence (RFC 3834, 5; Exchange has a
  // header of its own). They belong to no list, and nobody can unsubscribe from them.
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
};

export interface MailerOptions {
  smtpUrl: string;
  /** The address that mails come from, with a name or without. */
  from: string;
  /** The brand's name, for a sender without one. The app's own by default. */
  senderName: string | undefined;
  supportEmail: string;
}

export function openMailer({ smtpUrl, from, senderName, supportEmail }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    // Together less than the app's own timeout, and than the time for which the outbox reserves a
    // mail.
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 8000,
  });
  return {
    supportEmail,
    send: async ({ language, ...mail }) => {
      const i18n = await openI18n(language);
      // Mail programs show the name in place of the address.
      const sender = from.includes('<')
        ? from
        : {
            name: senderName ?? i18n._('MFA settings', {}, { comment: 'The name of the sender' }),
            address: from,
          };
      await transport.sendMail({
        ...mail,
        from: sender,
        replyTo: supportEmail,
        headers: { ...headers, 'Content-Language': language },
      });
    },
    close: () => transport.close(),
  };
}
