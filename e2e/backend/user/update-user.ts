import { eq } from 'drizzle-orm';
import { updateUserBody } from '../../../src/api/contract-password.ts';
import { passwordResets, users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import { writeNotice } from '../mail/write-notice.ts';
import { sessionRoute } from '../route.ts';
import { requireFreshProof } from '../session/access.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { endOtherSessions } from '../session/sessions.ts';
import { hashChosenPassword, requirePassword } from './choose-password.ts';

/** Changes one's own name or password. A new password ends the other sessions and any reset link. */
export const updateUser = sessionRoute(
  {
    method: 'PUT',
    path: '/user/:userId',
    access: 'verified',
    body: updateUserBody,
    failure: 'Failed to update user',
  },
  async (services, caller, { name, lastName, password }, { params, request, source }) => {
    // The same for another account and for none.
    if (params['userId'] !== caller.user.id) throw new Refusal(404, 'User not found');
    let passwordHash: string | undefined;
    if (password !== undefined) {
      requireFreshProof(services, caller);
      requirePassword(caller.user);
      const from = { source, signal: request.signal };
      passwordHash = await hashChosenPassword(caller.user, password, from);
    }
    await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      const { id } = held.user;
      const named = {
        ...(name === undefined ? {} : { name: name.trim() }),
        ...(lastName === undefined ? {} : { lastName: lastName.trim() }),
      };
      if (Object.keys(named).length > 0) await tx.update(users).set(named).where(eq(users.id, id));
      if (passwordHash === undefined) return;
      requireFreshProof(services, held);
      requirePassword(held.user);
      await tx.update(users).set({ passwordHash }).where(eq(users.id, id));
      await tx.delete(passwordResets).where(eq(passwordResets.userId, id));
      const circumstances = await readCircumstances(tx, id, held.session.id);
      await endOtherSessions(tx, id, held.session.id);
      await writeNotice(services, tx, held.user, { kind: 'password-changed' }, circumstances);
    });
    services.outboxWorker.wake();
    return { message: 'User updated successfully' };
  },
);
