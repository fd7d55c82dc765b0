import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../testing/start-test-backend.ts';
import { openDatabase } from './open-database.ts';
import type { OpenDatabase } from './open-database.ts';

const server = process.env['TEST_DATABASE_URL'];
/** More than the pool holds. */
const often = Array.from({ length: 12 });

let opened: OpenDatabase;
let isBeginBroken = false;
const logger = {
  logQuery: (statement: string) => {
    if (isBeginBroken && statement.startsWith('begin')) throw new Error('The connection is gone');
  },
};
afterEach(() => opened.close());

const one = sql`SELECT 1`;
const end = sql`SELECT pg_terminate_backend(pg_backend_pid())`;

/** As when the server is restarted: only a server of its own has connections to lose. */
describe.skipIf(server === undefined)('A Postgres', () => {
  it('keeps working after transactions that could not begin', async () => {
    opened = await openDatabase(await newDatabase(server), { logger });
    const { database } = opened;
    isBeginBroken = true;
    for (const _ of often)
      await expect(database.transaction((inner) => inner.execute(one))).rejects.toThrow(
        'The connection is gone',
      );
    isBeginBroken = false;
    await expect(database.transaction((inner) => inner.execute(one))).resolves.toBeDefined();
  });

  it('keeps working after its server has closed connections', async () => {
    opened = await openDatabase(await newDatabase(server));
    const { database } = opened;
    for (const _ of often) {
      await expect(database.transaction((inner) => inner.execute(end))).rejects.toThrow(
        'Failed query',
      );
      await expect(database.execute(end)).rejects.toThrow('Failed query');
    }
    await expect(database.transaction((inner) => inner.execute(one))).resolves.toBeDefined();
  });
});
