import { inArray, lte, sql } from 'drizzle-orm';
import { rateLimits } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import type { Services } from '../services.ts';

export interface RateLimit {
  key: string;
  /** How many tries are allowed in a window, which starts with the first one. */
  count: number;
  /** Milliseconds. */
  window: number;
}

/**
 * Counts one try, in one statement, so that concurrent tries cannot pass together. Throws a 429
 * after too many. A refused try does not lengthen the wait.
 */
export async function countTry({ database, now }: Services, limit: RateLimit): Promise<void> {
  const time = now();
  const isOver = sql`${rateLimits.endsAt} <= ${time}`;
  const [row] = await database
    .insert(rateLimits)
    .values({ key: limit.key, count: 1, endsAt: time + limit.window })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`CASE WHEN ${isOver} THEN 1 ELSE least(${rateLimits.count}, ${limit.count}) + 1 END`,
        endsAt: sql`CASE WHEN ${isOver} THEN excluded.ends_at ELSE ${rateLimits.endsAt} END`,
      },
    })
    .returning();
  if (row !== undefined && row.count > limit.count) throw tooManyTries(row.endsAt - time);
}

/** @param wait milliseconds. */
export function tooManyTries(wait: number): Refusal {
  return new Refusal(429, 'Too many tries. Try again later', {
    retryAfter: Math.max(1, Math.ceil(wait / 1000)),
  });
}

export async function forgetOldTries({ database, now }: Services): Promise<void> {
  const old = database
    .select({ key: rateLimits.key })
    .from(rateLimits)
    .where(lte(rateLimits.endsAt, now()))
    // Skips rows that another process is deleting.
    .for('update', { skipLocked: true });
  await database.delete(rateLimits).where(inArray(rateLimits.key, old));
}
