import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseLocation } from '../database/open-database.ts';
import { migratedDump } from './migrated-dump.ts';
import { startBackend } from '../start-backend.ts';
import type { Backend, BackendOptions } from '../start-backend.ts';

export const appUrl = 'http://localhost:3000';

export interface TestBackend extends Backend {
  /** Moves the clock forward, in milliseconds. */
  advance: (milliseconds: number) => void;
  now: () => number;
  secretKey: Uint8Array;
}

/**
 * A backend whose clock stands still, with its own database: Postgres where TEST_DATABASE_URL
 * names a server.
 */
export async function startTestBackend(
  options: Partial<BackendOptions> = {},
): Promise<TestBackend> {
  let time = options.now?.() ?? Date.UTC(2031, 0, 15, 12);
  const now = () => time;
  const secretKey = options.secretKey ?? randomBytes(32);
  const database = options.database ?? (await newDatabase(process.env['TEST_DATABASE_URL']));
  const backend = await startBackend({
    appUrl: options.appUrl ?? appUrl,
    database,
    now,
    secretKey,
    demo: options.demo ?? false,
    ...(options.allowedOrigins === undefined ? {} : { allowedOrigins: options.allowedOrigins }),
    brand: options.brand,
    ...(options.statementLogger === undefined ? {} : { statementLogger: options.statementLogger }),
    ...(options.smtpUrl === undefined ? {} : { smtpUrl: options.smtpUrl }),
  });
  return {
    ...backend,
    fetch: async (request, address) => {
      const response = await backend.fetch(request, address);
      await backend.mailsSent();
      return response;
    },
    now,
    secretKey,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    close: async () => {
      await backend.close();
      // The caller of this function may still use a database that it passed in.
      if (options.database === undefined) await dropDatabase(database);
    },
  };
}

/** An empty database: embedded, or a new one on the server. */
export async function newDatabase(serverUrl: string | undefined): Promise<DatabaseLocation> {
  if (serverUrl === undefined) return { kind: 'memory', dump: await migratedDump() };
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { kind: 'postgres', url: url.href };
}

/** A run of the mutation tests would otherwise leave thousands of databases. */
async function dropDatabase(database: DatabaseLocation): Promise<void> {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  if (database.kind !== 'postgres' || serverUrl === undefined) return;
  await administer(serverUrl, `DROP DATABASE ${new URL(database.url).pathname.slice(1)}`);
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
