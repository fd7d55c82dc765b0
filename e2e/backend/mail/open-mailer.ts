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
  /** Whom to write to when something is wrong. */
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
    // Together less than what the app waits for, and than what the outbox gives a mail.
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
