import { and, desc, eq } from 'drizzle-orm';
import { keyedHash } from '../crypto/hash.ts';
import type { Database } from '../database/open-database.ts';
import { knownDevices, sessions } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { nameDevice } from '../mail/describe-device.ts';
import type { I18n } from '../mail/i18n.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { toIso } from './open-sessions.ts';
import type { OpenSession } from './open-sessions.ts';

export type KnownDevice = typeof knownDevices.$inferSelect;

/** The caller's devices, those used last first. */
export function readDevices(database: Database, { user }: Caller): Promise<KnownDevice[]> {
  return database
    .select()
    .from(knownDevices)
    .where(eq(knownDevices.userId, user.id))
    .orderBy(desc(knownDevices.lastUsedAt), knownDevices.id);
}

/** @throws Refusal 404, also for a device of somebody else */
export async function findDevice(
  database: Database,
  { user }: Caller,
  id: string | undefined,
): Promise<KnownDevice> {
  const [found] = await database
    .select()
    .from(knownDevices)
    .where(and(eq(knownDevices.userId, user.id), eq(knownDevices.id, id ?? '')));
  if (found === undefined) throw deviceNotFound();
  return found;
}

export function deviceNotFound(): Refusal {
  return new Refusal(404, 'Device not found');
}

/** The device's sessions are those that were signed in to with its identifier. */
export function isOfDevice({ userId, hash }: KnownDevice) {
  return and(eq(sessions.userId, userId), eq(sessions.deviceHash, hash));
}

/**
 * What the contract calls the device's fingerprint: made of its random id, so that it says nothing
 * about the device, nor about what the browser keeps.
 */
export function fingerprintOf({ keys }: Services, { id }: Pick<KnownDevice, 'id'>): string {
  return keyedHash(keys.devices, `fingerprint ${id}`);
}

/** @param open the caller's sessions */
export function describeDevice(
  { now }: Services,
  caller: Caller,
  device: KnownDevice,
  open: OpenSession[],
  i18n: I18n,
) {
  const { deviceType, os, browser, network, trustedUntil } = device;
  const isTrusted = trustedUntil !== null && trustedUntil > now();
  const used = open
    .filter(({ session }) => session.isVerified && session.deviceHash === device.hash)
    .map(({ signIn }) => signIn.lastActiveAt);
  return {
    id: device.id,
    deviceName: nameDevice(device, i18n) ?? 'Unknown',
    deviceType: deviceType ?? 'DESKTOP',
    os: os ?? 'Unknown',
    browser: browser ?? 'Unknown',
    ...(network === null ? {} : { ipAddress: network }),
    isTrusted,
    // The owner's word is all that is known.
    trustLevel: isTrusted ? 'HIGH' : 'UNKNOWN',
    lastSeen: toIso(Math.max(device.lastUsedAt, ...used)),
    createdAt: toIso(device.firstUsedAt),
    ...(isTrusted ? { trustExpiresAt: toIso(trustedUntil) } : {}),
    isCurrent: device.hash === caller.session.deviceHash,
  };
}
