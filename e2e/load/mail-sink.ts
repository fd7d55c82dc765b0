import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/** Accepts every mail and counts them by subject. */
export async function openMailSink() {
  const counts = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData: callbackify(async (stream: SMTPServerDataStream, _session: SMTPServerSession) => {
      const subject = /^Subject: (.+)$/m.exec(await text(stream))?.[1]?.trim() ?? '';
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    }),
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${String(port)}`,
    count: (subject: string) => counts.get(subject) ?? 0,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
