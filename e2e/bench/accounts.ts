import { ownBrand } from '../brand/brand.ts';
import { Background } from '../backend/background.ts';
import { insertUser } from '../backend/account/create-user.ts';
import type { NewUser } from '../backend/account/create-user.ts';
import { turnOff, turnOn } from '../backend/account/account-methods.ts';
import { deriveKeys } from '../backend/crypto/keys.ts';
import { randomToken } from '../backend/crypto/hash.ts';
import { users } from '../backend/database/schema.ts';
import { issueLinkToken } from '../backend/mfa/link-tokens.ts';
import { startSession } from '../backend/session/sessions.ts';
import { mfaTypes, orgRoles } from '../../src/api/contract.ts';
import type { MfaType } from '../../src/api/contract.ts';
import type { Sites } from './sites.ts';

/** What a browser has stored when a person opens a page. */
export interface Stored {
  sessionStorage?: Record<string, string>;
  localStorage?: Record<string, string>;
}

/** Creates people with sessions, without the password hash and the steps that signing in costs. */
export function accountsOf({ backend: { database, ...backend }, secretKey, app }: Sites) {
  const services = {
    database,
    appUrl: app.url,
    appOrigin: app.url,
    brand: ownBrand,
    keys: deriveKeys(secretKey),
    now: Date.now,
    background: new Background(),
    mailer: { send: async () => undefined, close: () => undefined, supportEmail: '' },
    outboxWorker: {
      wake: () => undefined,
      whenIdle: async () => undefined,
      stop: async () => undefined,
    },
  };
  let count = 0;
  const create = async (user: Partial<NewUser> = {}) => {
    count += 1;
    const email = `person-${String(count)}@example.com`;
    const named = { email, name: 'Ada', lastName: 'Lovelace', ...user };
    const { id } = await insertUser(database, named, null);
    const { tokenId, ...tokens } = await startSession(services, database, id, true);
    const stored: Stored = {
      sessionStorage: {
        'session-0': JSON.stringify({ ...tokens, user: { id, email }, provenAt: Date.now() }),
      },
    };
    return { id, email, tokenId, stored };
  };

  /**
   * A person with these methods. The first is primary, the others are on or off.
   */
  async function personWith(on: MfaType[], off: MfaType[] = []): Promise<Stored> {
    const person = await create();
    const [primaryMethod = null] = on;
    for (const type of on) await turnOn(database, { id: person.id, primaryMethod: null }, type);
    for (const type of off) {
      await turnOn(database, { id: person.id, primaryMethod }, type);
      await turnOff(database, { id: person.id, primaryMethod }, type);
    }
    if (primaryMethod)
      await turnOn(database, { id: person.id, primaryMethod: null }, primaryMethod);
    return person.stored;
  }

  return {
    personWith,
    /** A link that turns magic links on, and a browser that has asked for it. */
    async link() {
      const { id, email, tokenId } = await create();
      const caller = { user: { id }, session: { id: tokenId } };
      const token = await issueLinkToken(services, database, caller, 'activate');
      const now = Date.now();
      const mark = { sentAt: now, expiresAt: now + 600_000, account: id, wasOff: true };
      const stored: Stored = { localStorage: { 'magic-link-sent': JSON.stringify(mark) } };
      return { path: `/activate?token=${token}`, email, stored };
    },
    /** The owner of an organization. */
    async ownerOf(members: number): Promise<Stored> {
      const { id: orgId } = await backend.createOrganization('Large Inc');
      for (let start = 0; start < members; start += 500) {
        const rows = Array.from({ length: Math.min(500, members - start) }, (_, index) => {
          const number = String(start + index).padStart(5, '0');
          return {
            id: crypto.randomUUID(),
            email: `member-${number}@example.com`,
            name: names[(start + index) % names.length] ?? '',
            lastName: `Nr ${number}`,
            orgId,
            orgRole: orgRoles.user,
            passkeyHandle: randomToken(),
            primaryMethod: mfaTypes[index % 4] ?? null,
          };
        });
        await database.insert(users).values(rows);
      }
      const owner = await create({ orgId, orgRole: orgRoles.owner });
      await turnOn(database, { id: owner.id, primaryMethod: null }, 'GOOGLE_AUTH');
      return owner.stored;
    },
  };
}

export type Accounts = ReturnType<typeof accountsOf>;

const names = ['Zoë', 'François', 'Işıl', 'Grace', 'Łukasz', 'Bob', 'Ada', 'Jürgen'];
