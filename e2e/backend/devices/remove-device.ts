import { eq } from 'drizzle-orm';
import { knownDevices, sessions } from '../database/schema.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { describeDevice } from '../mail/describe-device.ts';
import { writeNotice } from '../mail/write-notice.ts';
import { sessionRoute } from '../route.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { findDevice, isOfDevice } from './own-devices.ts';

/** Forgets a device, and ends its sessions: even the caller's own, where it is theirs. */
export const removeDevice = sessionRoute(
  {
    method: 'DELETE',
    path: '/devices/:id',
    access: 'fresh',
    failure: 'Failed to remove device',
  },
  async (services, caller, _body, { params }) => {
    await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      const found = await findDevice(tx, held, params['id']);
      const notice = { kind: 'device-removed', device: describeDevice(found.userAgent) } as const;
      const circumstances = await readCircumstances(tx, held.user.id, held.session.id);
      await writeNotice(services, tx, held.user, notice, circumstances);
      await tx.delete(knownDevices).where(eq(knownDevices.id, found.id));
      await tx.delete(sessions).where(isOfDevice(found));
    });
    services.outboxWorker.wake();
    return { message: 'Device removed successfully' };
  },
);
