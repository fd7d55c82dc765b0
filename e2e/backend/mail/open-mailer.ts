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
  const transport = createTransport({ url: smtpUrl, pool: true });
  return {
    supportEmail,
    send: async (mail) => {
      await transport.sendMail({ from, ...mail });
    },
    close: () => transport.close(),
  };
}
