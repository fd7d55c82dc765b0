import { and, eq } from 'drizzle-orm';
import { sessions } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { requireFreshProof } from '../session/access.ts';
import { holdCaller } from '../session/hold-caller.ts';

/** Ends one of the caller's sessions. One's own needs no fresh proof, as signing out needs none. */
export const revokeSession = sessionRoute(
  {
    method: 'POST',
    path: '/sessions/:id/revoke',
    access: 'verified',
    failure: 'Failed to revoke session',
  },
  async (services, caller, _body, { params }) => {
    const { id = '' } = params;
    await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      // First of all, so that a stale proof does not even learn which sessions there are.
      if (id !== held.session.id) requireFreshProof(services, held);
      const ended = await tx
        .delete(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.userId, held.user.id)))
        .returning({ id: sessions.id });
      if (ended.length === 0) throw new Refusal(404, 'Session not found');
    });
    return { message: 'Session revoked successfully' };
  },
);
