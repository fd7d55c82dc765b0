import { and, desc, eq, notInArray } from 'drizzle-orm';
import * as v from 'valibot';
import { keyedHash } from '../crypto/hash.ts';
import type { Keys } from '../crypto/keys.ts';
import type { Database } from '../database/open-database.ts';
import { knownDevices } from '../database/schema.ts';
import type { sessions } from '../database/schema.ts';

/** More than one person uses; the one that has been away longest makes room. */
const mostKnown = 10;

/** 128 bits in base64url, in the one way to write them: 22 characters, the last with four bits unused. */
const deviceInfo = v.object({
  deviceId: v.pipe(v.string(), v.regex(/^[\w-]{21}[AQgw]$/)),
});

/**
 * What is kept of the identifier that a browser sends when it signs in: enough to know it again, and
 * nothing to pass for it with. Undefined where there is none that fits; then it is a stranger.
 */
export function hashDevice(keys: Keys, sent: unknown): string | undefined {
  const { success, output } = v.safeParse(deviceInfo, sent);
  return success ? keyedHash(keys.devices, output.deviceId) : undefined;
}

/**
 * Makes the session's browser known to its account. Only for a session that is verified: whoever has
 * but the password stays a stranger.
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
