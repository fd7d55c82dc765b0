import { acceptedLanguage } from '../http/languages.ts';
import { openI18n } from '../mail/i18n.ts';
import { sessionRoute } from '../route.ts';
import { describeSession, readOpenSessions } from './open-sessions.ts';

export const listSessions = sessionRoute(
  {
    method: 'GET',
    path: '/sessions',
    access: 'verified',
    failure: 'Failed to retrieve sessions',
  },
  async (services, caller) => {
    const open = await readOpenSessions(services, services.database, caller);
    const i18n = await openI18n(acceptedLanguage(caller.acceptLanguage));
    return { sessions: open.map((each) => describeSession(caller, each, i18n)) };
  },
);
