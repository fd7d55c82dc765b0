import { and, eq } from 'drizzle-orm';
import type { Database } from '../backend/database/open-database.ts';
import { linkTokens, methods, outbox } from '../backend/database/schema.ts';
import type { Measured } from './measure.ts';

/** Returns a sentence for each condition that must hold after any load and does not. */
export async function findBreaches(
  measured: Measured[],
  database: Database,
  links: number,
  countMails: (subject: string) => number,
): Promise<string[]> {
  const breaches: string[] = [];
  const expect = (what: string, found: number, wanted: number) => {
    if (found !== wanted) breaches.push(`${what}: ${String(found)}, not ${String(wanted)}`);
  };
  const answers = (call: string, status: number) =>
    measured.find(({ name }) => name === call)?.statuses[status] ?? 0;
  for (const { name, statuses, errors } of measured) {
    const allowed = name === 'activate' ? ['200', '400'] : ['200'];
    expect(`${name} without an answer`, errors, 0);
    for (const [status, count] of Object.entries(statuses))
      if (!allowed.includes(status)) expect(`${name} answered ${status}`, count, 0);
  }
  expect('Links sent', answers('send', 200), links);
  expect('Mails with a link', countMails('Turn on magic link'), links);
  expect('Links that were good once', answers('activate', 200), links);
  expect('Links refused the second time', answers('activate', 400), links);
  // The 50 people had theirs on before.
  const isOn = and(eq(methods.type, 'MAGIC_LINK'), eq(methods.isEnabled, true));
  expect('Accounts with magic link on', await database.$count(methods, isOn), links + 50);
  expect('Links that are still good', await database.$count(linkTokens), links);
  expect('Mails that still wait', await database.$count(outbox), 0);
  expect('Mails about magic link', countMails('Magic link turned on'), links);
  const primary = ['Passkey', 'Authenticator app', 'Magic link'].reduce(
    (count, name) => count + countMails(`${name} is now your primary method`),
    0,
  );
  expect('Mails about a primary method', primary, answers('primary', 200));
  return breaches;
}
