import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Logger } from 'drizzle-orm';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Pool } from 'pg';
import { lockFolder } from './lock-folder.ts';

/** Either engine's handle, or a transaction on it: queries never know which. */
export type Database = PgDatabase<PgQueryResultHKT>;

export type DatabaseLocation =
  | { kind: 'memory'; dump?: Blob | undefined }
  | { kind: 'folder'; path: string }
  | { kind: 'postgres'; url: string };

export type StatementLogger = Logger;

export interface OpenDatabase {
  database: Database;
  close: () => Promise<void>;
}

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');
/** Any number, the same in every process: two that start at once migrate one after the other. */
const migrationLock = 731_902_445;

/** Opens the database and brings its tables up to date. */
export async function openDatabase(
  location: DatabaseLocation,
  logger?: StatementLogger,
): Promise<OpenDatabase> {
  if (location.kind === 'postgres') return openPostgres(location.url, logger);
  if (location.kind === 'memory')
    return openPglite(
      new PGlite(location.dump === undefined ? {} : { loadDataDir: location.dump }),
      logger,
    );
  await mkdir(location.path, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(location.path);
  const { database, close } = await openPglite(
    new PGlite(path.join(location.path, 'database')),
    logger,
  );
  return {
    database,
    close: async () => {
      await close();
      await unlock();
    },
  };
}

/** @param client open, and closed with what it makes. */
export async function openPglite(client: PGlite, logger?: StatementLogger): Promise<OpenDatabase> {
  const database = drizzlePglite(client, logger === undefined ? {} : { logger });
  await migratePglite(database, { migrationsFolder });
  return { database, close: () => client.close() };
}

async function openPostgres(url: string, logger?: StatementLogger): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks is replaced by the pool; unheard, the event ends the process. While it is
  // lent out the pool does not listen, and its queries fail anyway.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migratePostgres(drizzlePostgres(client), { migrationsFolder });
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    client.release();
  }
  const options = logger === undefined ? {} : { logger };
  const database = drizzlePostgres(pool, options);
  // Drizzle's own would keep a client whose `begin` fails, until the pool has none left.
  database.transaction = async (work, config) => {
    const lent = await pool.connect();
    try {
      return await drizzlePostgres(lent, options).transaction(work, config);
    } finally {
      lent.release();
    }
  };
  return { database, close: () => pool.end() };
}
