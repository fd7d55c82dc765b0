import { eq } from 'drizzle-orm';
import { trustBody } from '../../../src/api/contract-devices.ts';
import { knownDevices } from '../database/schema.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { describeDevice } from '../mail/describe-device.ts';
import { writeNotice } from '../mail/write-notice.ts';
import { sessionRoute } from '../route.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { lifetimes } from '../session/lifetimes.ts';
import { toIso } from './open-sessions.ts';
import { deviceNotFound, fingerprintOf, readDevices } from './own-devices.ts';

/** Marks a device as trusted, for its owner to see. Its second step is still asked for. */
export const trustDevice = sessionRoute(
  {
    method: 'POST',
    path: '/devices/trust',
    access: 'fresh',
    body: trustBody,
    failure: 'Failed to trust device',
  },
  async (services, caller, { fingerprint }) => {
    const trustedUntil = services.now() + lifetimes.trust;
    await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      const devices = await readDevices(tx, held);
      const found = devices.find((device) => fingerprintOf(services, device) === fingerprint);
      if (found === undefined) throw deviceNotFound();
      await tx.update(knownDevices).set({ trustedUntil }).where(eq(knownDevices.id, found.id));
      const notice = { kind: 'device-trusted', device: describeDevice(found.userAgent) } as const;
      const circumstances = await readCircumstances(tx, held.user.id, held.session.id);
      await writeNotice(services, tx, held.user, notice, circumstances);
    });
    services.outboxWorker.wake();
    return {
      message: 'Device trusted successfully',
      trustExpiresAt: toIso(trustedUntil),
    };
  },
);
