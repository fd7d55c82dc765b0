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
    return { sessions: open.map((each) => describeSession(caller, each)) };
  },
);
