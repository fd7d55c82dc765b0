import { sessionRoute } from '../route.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { endOtherSessions } from '../session/sessions.ts';

/** Signs out everywhere: the caller's own session ends too. */
export const revokeAllSessions = sessionRoute(
  {
    method: 'POST',
    path: '/sessions/revoke-all',
    access: 'fresh',
    failure: 'Failed to revoke all sessions',
  },
  async (services, caller) => {
    await services.database.transaction(async (tx) => {
      const { user } = await holdCaller(services, tx, caller);
      await endOtherSessions(tx, user.id);
    });
    return { message: 'All sessions revoked successfully' };
  },
);
