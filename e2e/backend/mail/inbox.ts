import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

export interface Mail {
  /** Unique in this inbox. */
  id: string;
  /** The sender's name and address. */
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** All headers, with names in lower case. */
  headers: Record<string, string>;
  /** ISO 8601. */
  date: string;
}

/** A small SMTP server that receives the mails where no mail server is configured. */
export interface Inbox {
  /** Newest first. */
  messages(): Mail[];
  smtpUrl: string;
  close(): Promise<void>;
}

const kept = 200;

/** Listens on a free port of the loopback interface only. */
export async function openInbox(): Promise<Inbox> {
  const mails: Mail[] = [];
  const receive = async (stream: SMTPServerDataStream, { envelope }: SMTPServerSession) => {
    const mail = await PostalMime.parse(await buffer(stream));
    mails.unshift({
      id: randomUUID(),
      from: [mail.from?.name, `<${mail.from?.address ?? ''}>`].filter(Boolean).join(' '),
      to: envelope.rcptTo.map(({ address }) => address).join(', '),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
      headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
      date: mail.date ?? '',
    });
    mails.length = Math.min(mails.length, kept);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: callbackify(receive),
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    messages: () => [...mails],
    smtpUrl: `smtp://127.0.0.1:${String(port)}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
