import { ownBrand } from '../brand/brand.ts';
import { insertUser } from '../backend/account/create-user.ts';
import { Background } from '../backend/background.ts';
import { deriveKeys } from '../backend/crypto/keys.ts';
import { hashPassword } from '../backend/crypto/passwords.ts';
import { openDatabase } from '../backend/database/open-database.ts';
import type { DatabaseLocation } from '../backend/database/open-database.ts';
import { turnOn } from '../backend/account/account-methods.ts';
import { issueLinkToken } from '../backend/mfa/link-tokens.ts';
import { startSession } from '../backend/session/sessions.ts';

export const password = 'a long enough password';

interface Settings {
  database: DatabaseLocation;
  secretKey: Uint8Array;
  appUrl: string;
  /** The number of links to open, and of accounts that request one. */
  links: number;
}

/** Creates accounts with sessions, without the password hash that signing in costs. */
export async function seed({ database: location, secretKey, appUrl, links }: Settings) {
  const { database, close } = await openDatabase(location);
  const services = {
    database,
    appUrl,
    appOrigin: appUrl,
    brand: ownBrand,
    keys: deriveKeys(secretKey),
    now: Date.now,
    mailer: {
      send: async () => undefined,
      close: () => undefined,
      supportEmail: 'support@example.com',
    },
    outboxWorker: {
      wake: () => undefined,
      whenIdle: async () => undefined,
      stop: async () => undefined,
    },
    background: new Background(),
  };
  const passwordHash = await hashPassword(password);
  const account = async (email: string) => {
    const { id } = await insertUser(database, { email }, passwordHash);
    const { accessToken: token, tokenId } = await startSession(services, database, id, true);
    return { id, email, token, tokenId };
  };
  const many = async <Item>(count: number, make: (index: number) => Promise<Item>) => {
    const items: Item[] = [];
    for (let index = 0; index < count; index += 1) items.push(await make(index));
    return items;
  };
  const people = await many(50, async (index) => {
    const person = await account(`person-${String(index)}@example.com`);
    await turnOn(database, { id: person.id, primaryMethod: null }, 'GOOGLE_AUTH');
    await turnOn(database, { id: person.id, primaryMethod: 'GOOGLE_AUTH' }, 'MAGIC_LINK');
    return person;
  });
  const senders = await many(links, (index) => account(`sender-${String(index)}@example.com`));
  const linkTokens = await many(links, async (index) => {
    const { id: userId, tokenId: id } = await account(`opener-${String(index)}@example.com`);
    return issueLinkToken(
      services,
      database,
      { user: { id: userId }, session: { id } },
      'activate',
    );
  });
  await close();
  return { people, senders, linkTokens };
}
