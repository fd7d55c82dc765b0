import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  to: string;
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

export interface MailerOptions {
  smtpUrl: string;
  /** The address that mails come from. */
  from: string;
  supportEmail: string;
}

export function openMailer({ smtpUrl, from, supportEmail }: MailerOptions): Mailer {
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
    send: async (mail) => {
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport.close(),
  };
}
