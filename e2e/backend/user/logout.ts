import { eq } from 'drizzle-orm';
import { refreshBody } from '../../../src/api/contract.ts';
import { sessions } from '../database/schema.ts';
import { sessionRoute } from '../route.ts';

/** Ends the caller's session and all its refresh tokens, whichever one was sent. */
export const logout = sessionRoute(
  {
    method: 'POST',
    path: '/user/logout',
    access: 'limited',
    body: refreshBody,
    failure: 'Failed to sign out',
  },
  async ({ database }, { session }) => {
    await database.delete(sessions).where(eq(sessions.id, session.id));
    return { message: 'Signed out' };
  },
);
