import { sessionRoute } from '../route.ts';
import { readOpenSessions } from './open-sessions.ts';
import { describeDevice, readDevices } from './own-devices.ts';

export const listDevices = sessionRoute(
  {
    method: 'GET',
    path: '/devices',
    access: 'verified',
    failure: 'Failed to retrieve devices',
  },
  async (services, caller) => {
    const { database } = services;
    const open = await readOpenSessions(services, database, caller);
    const devices = await readDevices(database, caller);
    return { devices: devices.map((each) => describeDevice(services, caller, each, open)) };
  },
);
