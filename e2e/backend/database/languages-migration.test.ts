import { readFileSync } from 'node:fs';
import path from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import { migrationsFolder } from './missing-migrations.ts';
import { users } from './schema.ts';

it('People who signed in before languages were remembered have the one that their browser told', async () => {
  const backend = await startTestBackend();
  const { database } = backend;
  const reader = await Person.create(backend);
  await reader.signIn({ deviceInfo: { language: 'de-AT' } });
  await reader.signIn({ deviceInfo: { language: 'ar' } });
  const unknown = await Person.signedIn(backend);
  for (const table of ['users', 'outbox'])
    await database.execute(sql.raw(`ALTER TABLE ${table} DROP COLUMN language`));
  const file = path.join(migrationsFolder, '0007_languages.sql');
  for (const statement of readFileSync(file, 'utf8').split('--> statement-breakpoint'))
    await database.execute(sql.raw(statement));
  const remembered = async ({ id }: Person) => {
    const [user] = await database.select().from(users).where(eq(users.id, id));
    return user?.language;
  };
  expect(await remembered(reader)).toBe('de-AT');
  expect(await remembered(unknown)).toBe(null);
  await reader.signIn();
  expect(reader.newestMail().subject).toBe('Neue Anmeldung in Ihrem Konto');
  await backend.close();
});
