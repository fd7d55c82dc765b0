import { sql } from 'drizzle-orm';
import type { Database } from '../database/open-database.ts';

/** How many connections to this database wait for a lock. Postgres only. */
export async function countWaiting(tx: Database): Promise<number> {
  // Otherwise the transaction would see the same list each time.
  await tx.execute(sql`SELECT pg_stat_clear_snapshot()`);
  const isWaiting = sql`datname = current_database() and wait_event_type = 'Lock'`;
  return tx.$count(sql`pg_stat_activity`, isWaiting);
}
