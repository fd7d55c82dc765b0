import { and, desc, eq, notInArray } from 'drizzle-orm';
import * as v from 'valibot';
import { keyedHash } from '../crypto/hash.ts';
import type { Keys } from '../crypto/keys.ts';
import type { Database } from '../database/open-database.ts';
import { knownDevices } from '../database/schema.ts';
import type { sessions } from '../database/schema.ts';

/**
 * More browsers than one person uses. Beyond this, the one that was used longest ago is forgotten.
 */
const mostKnown = 10;

/** 128 bits in canonical base64url: 22 characters, the last of which has four unused bits. */
const deviceInfo = v.object({
  deviceId: v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/)),
});

/**
 * Hashes the identifier that a browser sends at sign-in. The hash recognizes the browser but
 * cannot be used in its place. Undefined where no valid identifier was sent; the browser then
 * counts as unknown.
 */
export function hashDevice(keys: Keys, sent: unknown): string | undefined {
  const { success, output } = v.safeParse(deviceInfo, sent);
  return success ? keyedHash(keys.devices, output.deviceId) : undefined;
}

/**
 * Remembers the session's browser for its account. Only for verified sessions: somebody who knows
 * only the password stays unknown.
 */
export async function rememberDevice(
  tx: Database,
  { userId, deviceHash }: Pick<typeof sessions.$inferSelect, 'userId' | 'deviceHash'>,
  now: number,
): Promise<void> {
  if (deviceHash === null) return;
  const used = { failuresInRow: 0, lastUsedAt: now };
  await tx
    .insert(knownDevices)
    .values({ userId, hash: deviceHash, ...used })
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
