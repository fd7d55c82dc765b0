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
import { migrationsFolder, requireMigrations } from './missing-migrations.ts';

/** A connection to either engine, or a transaction on it. Queries work with all of them. */
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

/** `apply` runs the missing migrations; `require` throws where there are any. */
export type Migrations = 'apply' | 'require';

interface OpenOptions {
  logger?: StatementLogger | undefined;
  /** `apply` by default. */
  migrations?: Migrations | undefined;
}

/**
 * An arbitrary number, the same in every process, so that processes that start together migrate
 * one after the other.
 */
const migrationLock = 731_902_445;

/** Opens the database and applies the migrations that are missing, or throws where they are. */
export async function openDatabase(
  location: DatabaseLocation,
  options: OpenOptions = {},
): Promise<OpenDatabase> {
  if (location.kind === 'postgres') return openPostgres(location.url, options);
  if (location.kind === 'memory')
    return openPglite(
      new PGlite(location.dump === undefined ? {} : { loadDataDir: location.dump }),
      options,
    );
  await mkdir(location.path, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(location.path);
  try {
    const { database, close } = await openPglite(
      new PGlite(path.join(location.path, 'database')),
      options,
    );
    return {
      database,
      close: async () => {
        await close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** @param client an open client; closed together with the database */
export async function openPglite(
  client: PGlite,
  { logger, migrations = 'apply' }: OpenOptions = {},
): Promise<OpenDatabase> {
  // Drizzle hands PGlite parsers of dates with every query. No column here is one, and to merge them
  // with PGlite's own costs more than a simple query.
  const query = client.query.bind(client);
  client.query = (text, parameters, { rowMode } = {}) =>
    query(text, parameters, rowMode === undefined ? {} : { rowMode });
  const database = drizzlePglite(client, logger === undefined ? {} : { logger });
  try {
    if (migrations === 'apply') await migratePglite(database, { migrationsFolder });
    else await requireMigrations(database);
  } catch (error) {
    await client.close();
    throw error;
  }
  return { database, close: () => client.close() };
}

async function openPostgres(
  url: string,
  { logger, migrations = 'apply' }: OpenOptions,
): Promise<OpenDatabase> {
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // The pool replaces a broken connection. Without a listener, its error event would end the
  // process. While a connection is in use the pool does not listen, but its queries fail anyway.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    if (migrations === 'apply') await migrateOneAtATime(pool);
    else await requireMigrations(drizzlePostgres(pool));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const options = logger === undefined ? {} : { logger };
  const database = drizzlePostgres(pool, options);
  // Drizzle's own `transaction` does not release a client whose `begin` fails, so the pool would
  // run empty.
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

async function migrateOneAtATime(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await migratePostgres(drizzlePostgres(client), { migrationsFolder });
    await client.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    client.release();
  }
}
