import { sessionRoute } from '../route.ts';
import { describeSession, readOpenSessions } from './open-sessions.ts';
import { describeDevice, findDevice, fingerprintOf } from './own-devices.ts';

export const getDevice = sessionRoute(
  {
    method: 'GET',
    path: '/devices/:id',
    access: 'verified',
    failure: 'Failed to retrieve device details',
  },
  async (services, caller, _body, { params }) => {
    const { database } = services;
    const found = await findDevice(database, caller, params['id']);
    const open = await readOpenSessions(services, database, caller);
    return {
      device: {
        ...describeDevice(services, caller, found, open),
        userAgent: found.userAgent ?? '',
        deviceFingerprint: fingerprintOf(services, found),
        sessions: open
          .filter(({ session }) => session.deviceHash === found.hash)
          .map((each) => describeSession(caller, each)),
      },
    };
  },
);
