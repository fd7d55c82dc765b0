import { eq } from 'drizzle-orm';
import { knownDevices, sessions } from '../database/schema.ts';
import { sessionRoute } from '../route.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { findDevice, isOfDevice } from './own-devices.ts';

/** Takes a device's mark away, and ends its sessions: even the caller's own, where it is theirs. */
export const untrustDevice = sessionRoute(
  {
    method: 'POST',
    path: '/devices/:id/untrust',
    access: 'fresh',
    failure: 'Failed to untrust device',
  },
  async (services, caller, _body, { params }) => {
    await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      const found = await findDevice(tx, held, params['id']);
      const trustedUntil = null;
      await tx.update(knownDevices).set({ trustedUntil }).where(eq(knownDevices.id, found.id));
      await tx.delete(sessions).where(isOfDevice(found));
    });
    return { message: 'Device untrusted successfully' };
  },
);
