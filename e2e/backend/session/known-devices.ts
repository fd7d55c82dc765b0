import { and, desc, eq, notInArray } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import type { Database } from '../database/open-database.ts';
import { knownDevices, signIns } from '../database/schema.ts';
import type { sessions } from '../database/schema.ts';

/**
 * More browsers than one person uses. Beyond this, the one that was used longest ago is forgotten.
 */
const mostKnown = 10;

/** Whether an account has signed in with this browser before. */
export async function isKnownDevice(
  tx: Database,
  userId: string,
  deviceHash: string | null,
): Promise<boolean> {
  if (deviceHash === null) return false;
  const ours = and(eq(knownDevices.userId, userId), eq(knownDevices.hash, deviceHash));
  return (await tx.$count(knownDevices, ours)) > 0;
}

/**
 * Remembers the session's browser for its account. Only for verified sessions: somebody who knows
 * only the password stays unknown.
 */
export async function rememberDevice(
  tx: Database,
  session: Pick<typeof sessions.$inferSelect, 'id' | 'userId' | 'deviceHash'>,
  now: number,
): Promise<void> {
  const { userId, deviceHash } = session;
  if (deviceHash === null) return;
  const { userAgent, deviceName, deviceType, os, browser, network } = signIns;
  const [described] = await tx
    .select({ userAgent, deviceName, deviceType, os, browser, network })
    .from(signIns)
    .where(eq(signIns.sessionId, session.id));
  const used = { ...described, failuresInRow: 0, lastUsedAt: now };
  await tx
    .insert(knownDevices)
    .values({ userId, hash: deviceHash, id: randomUUID(), firstUsedAt: now, ...used })
    .onConflictDoUpdate({ target: [knownDevices.userId, knownDevices.hash], set: used });
  const newest = tx
    .select({ hash: knownDevices.hash })
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
    .orderBy(desc(knownDevices.lastUsedAt), desc(eq(knownDevices.hash, deviceHash)))
    .limit(mostKnown);
  await tx
    .delete(knownDevices)
    .where(and(eq(knownDevices.userId, userId), notInArray(knownDevices.hash, newest)));
}
