import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { outbox } from '../database/schema.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { emptyOutbox, putInOutbox } from './outbox.ts';

const minute = 60_000;
let backend: TestBackend;
let sent: string[];
beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  // Nobody listens there: what the backend itself sends fails.
  backend = await startTestBackend({ smtpUrl: 'smtp://127.0.0.1:1' });
  // The worker looks once when it starts. It must not reserve the mails of the test.
  await backend.mailsSent();
  sent = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await backend.close();
});

const deliver = async (subject: string): Promise<void> => void sent.push(subject);
const refuse = () => Promise.reject(new Error('No'));

function empty(send: (subject: string) => Promise<void>): Promise<void> {
  const mailer = {
    send: ({ subject }: { subject: string }) => send(subject),
    supportEmail: '',
    close: () => undefined,
  };
  return emptyOutbox({ database: backend.database, now: backend.now, mailer });
}

async function write(subject: string): Promise<void> {
  await putInOutbox(backend.database, {
    to: 'ada@example.com',
    date: new Date(backend.now()),
    language: 'en',
    subject,
    text: '',
    html: '',
  });
}

it('[B12] A change is answered while the mail server is down, and its mail is sent a minute later', async () => {
  const person = await Person.signedIn(backend);
  await person.setUpAuthenticator();
  await empty(deliver);
  expect(sent).toEqual([]);
  backend.advance(minute);
  await empty(deliver);
  await empty(deliver);
  expect(sent).toEqual(['Authenticator app added to your account']);
  expect(await backend.database.$count(outbox)).toBe(0);
});

it('A mail that the mail server does not accept is retried after 1, 2, 4 … minutes, then about hourly', async () => {
  await write('Refused');
  const tries: number[] = [];
  for (let minutes = 0; minutes < 192; minutes += 1) {
    await empty(async () => {
      tries.push(minutes);
      await refuse();
    });
    backend.advance(minute);
  }
  expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 191]);
});

it.each([
  [5 * 24 * 60 * minute - 1, 1],
  [5 * 24 * 60 * minute, 0],
])('Of mails that nobody took for %i ms, %i is kept', async (wait, kept) => {
  await write('Refused');
  backend.advance(wait);
  await empty(refuse);
  expect(await backend.database.$count(outbox)).toBe(kept);
});

it('A mail that cannot be sent does not delay the others', async () => {
  await write('Refused');
  await write('Taken');
  await empty((subject) => (subject === 'Refused' ? refuse() : deliver(subject)));
  expect(sent).toEqual(['Taken']);
});

it('Of two processes that empty the outbox at once, only one sends each mail, oldest first', async () => {
  const subjects = Array.from({ length: 20 }, (_, index) => `Mail ${String(index).padStart(2)}`);
  for (const subject of subjects) await write(subject);
  await Promise.all([empty(deliver), empty(deliver)]);
  expect(sent.toSorted()).toEqual(subjects);
});

it('A mail whose process ended while sending it is sent by the next', async () => {
  await write('Cut off');
  await new Promise<void>((resolve) => {
    void empty(() => {
      resolve();
      return new Promise(() => undefined);
    });
  });
  await empty(deliver);
  expect(sent).toEqual([]);
  backend.advance(minute);
  await empty(deliver);
  expect(sent).toEqual(['Cut off']);
});
