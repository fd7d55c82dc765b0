import { acceptedLanguage } from '../http/languages.ts';
import { openI18n } from '../mail/i18n.ts';
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
    const i18n = await openI18n(acceptedLanguage(caller.acceptLanguage));
    return {
      device: {
        ...describeDevice(services, caller, found, open, i18n),
        userAgent: found.userAgent ?? '',
        deviceFingerprint: fingerprintOf(services, found),
        sessions: open
          .filter(({ session }) => session.deviceHash === found.hash)
          .map((each) => describeSession(caller, each, i18n)),
      },
    };
  },
);
