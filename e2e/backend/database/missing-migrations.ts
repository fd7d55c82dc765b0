import path from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

type Database = PgDatabase<PgQueryResultHKT>;

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');

/**
 * Throws where the database lacks migrations. More of them than this version knows are fine: during
 * an update, the old version still runs after the new one has migrated.
 */
export async function requireMigrations(database: Database): Promise<void> {
  const missing = await countMissing(database);
  if (missing > 0)
    throw new Error(
      `The database lacks ${missing} of the migrations that this version needs. Run: npm run migrate`,
    );
}

async function countMissing(database: Database): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder });
  const [table] = await database
    .select({ exists: sql<boolean>`to_regclass('drizzle.__drizzle_migrations') IS NOT NULL` })
    .from(sql`(SELECT 1) AS one`);
  if (table?.exists !== true) return known.length;
  const [applied] = await database
    .select({ last: sql<string | number | null>`max(created_at)` })
    .from(sql`drizzle.__drizzle_migrations`);
  // The migrator, too, applies what is newer than the last one.
  return known.filter(({ folderMillis }) => folderMillis > Number(applied?.last ?? 0)).length;
}
