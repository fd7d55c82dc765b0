import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newDatabase } from '../testing/start-test-backend.ts';
import { requireMigrations } from './missing-migrations.ts';
import { openDatabase } from './open-database.ts';

it('An empty database is refused, with what to run', async () => {
  const opening = openDatabase({ kind: 'memory' }, { migrations: 'require' });
  await expect(opening).rejects.toThrow(
    /^The database lacks \d+ of the migrations that this version needs\. Run: npm run migrate$/,
  );
});

it('A database with all migrations is accepted, and so is one of a newer version', async () => {
  const location = await newDatabase(process.env['TEST_DATABASE_URL']);
  const { database, close } = await openDatabase(location);
  await expect(requireMigrations(database)).resolves.toBeUndefined();
  await database.execute(
    sql`INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('newer', 9999999999999)`,
  );
  await expect(requireMigrations(database)).resolves.toBeUndefined();
  await database.execute(
    sql`DELETE FROM drizzle.__drizzle_migrations WHERE created_at > 1764090000000`,
  );
  await expect(requireMigrations(database)).rejects.toThrow(/lacks \d+ of the migrations/);
  await close();
});
