import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
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
      const { user, session } = await holdCaller(services, tx, caller);
      const circumstances = await readCircumstances(tx, user.id, session.id);
      await writeNotice(services, tx, user, { kind: 'signed-out-everywhere' }, circumstances);
      await endOtherSessions(tx, user.id);
    });
    services.outboxWorker.wake();
    return { message: 'All sessions revoked successfully' };
  },
);
