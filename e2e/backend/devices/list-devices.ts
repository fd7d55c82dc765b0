import { acceptedLanguage } from '../http/languages.ts';
import { openI18n } from '../mail/i18n.ts';
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
    const i18n = await openI18n(acceptedLanguage(caller.acceptLanguage));
    return { devices: devices.map((each) => describeDevice(services, caller, each, open, i18n)) };
  },
);
