import { and, eq } from 'drizzle-orm';
import { refreshTokens } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { noteActivity } from '../session/activity.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { lifetimes } from '../session/lifetimes.ts';
import { toIso } from './open-sessions.ts';

/**
 * Says that a person is using the caller's own session, and lets it live for another week, within the
 * limit of every session. Nobody keeps another session alive.
 */
export const heartbeat = sessionRoute(
  {
    method: 'POST',
    path: '/sessions/:id/heartbeat',
    access: 'verified',
    failure: 'Failed to update session',
  },
  async (services, caller, _body, { params }) => {
    const now = services.now();
    const refused = new Refusal(404, 'Session not found or expired');
    if (params['id'] !== caller.session.id) throw refused;
    const newExpiry = await services.database.transaction(async (tx) => {
      const { session } = await holdCaller(services, tx, caller);
      const endsAt = Math.min(now + lifetimes.refreshToken, session.expiresAt);
      const ours = and(eq(refreshTokens.sessionId, session.id), eq(refreshTokens.isUsed, false));
      const isDue = await noteActivity(tx, session.id, now);
      const [token] = isDue
        ? await tx.update(refreshTokens).set({ expiresAt: endsAt }).where(ours).returning()
        : await tx.select().from(refreshTokens).where(ours);
      if (token === undefined) throw refused;
      return token.expiresAt;
    });
    return { message: 'Session updated successfully', newExpiry: toIso(newExpiry) };
  },
);
