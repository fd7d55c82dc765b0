import { and, eq, inArray, ne } from 'drizzle-orm';
import { enforceBody, orgRoles } from '../../../src/api/contract.ts';
import type { Database } from '../database/open-database.ts';
import { organizations, users } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';
import { describePerson } from '../mail/describe-person.ts';
import { readCircumstances } from '../mail/circumstances.ts';
import type { Notice } from '../mail/notices.ts';
import { writeNotice } from '../mail/write-notice.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../session/caller.ts';
import { holdCaller } from '../session/hold-caller.ts';
import { isAdministrator } from '../account/roles.ts';

export const enforce = sessionRoute(
  {
    method: 'POST',
    path: '/mfa/organization/enforce',
    access: 'fresh-organization',
    body: enforceBody,
    failure: 'Failed to update organization MFA enforcement',
  },
  async (services, caller, { enforced }) => {
    await services.database.transaction(async (tx) => {
      const held = await holdCaller(services, tx, caller);
      const { user } = held;
      if (user.orgId === null) throw new Refusal(400, 'User not associated with an organization');
      if (!isAdministrator(user))
        throw new Refusal(403, 'Only an owner or administrator may do this');
      const ours = eq(organizations.id, user.orgId);
      const [changed] = await tx
        .update(organizations)
        .set({ enforced })
        .where(and(ours, ne(organizations.enforced, enforced)))
        .returning();
      if (changed !== undefined) await writeToAdministrators(services, tx, changed, held);
    });
    services.outboxWorker.wake();
    return { message: `MFA enforcement ${enforced ? 'enabled' : 'disabled'} for organization` };
  },
);

/**
 * The administrator who changed it gets the mail too: somebody else may have used their session.
 */
async function writeToAdministrators(
  services: Services,
  tx: Database,
  { id, name, enforced }: typeof organizations.$inferSelect,
  { user: changedBy, session: { id: sessionId } }: Caller,
): Promise<void> {
  const administrators = await tx
    .select()
    .from(users)
    .where(
      and(
        eq(users.orgId, id),
        inArray(users.orgRole, [orgRoles.owner, orgRoles.administrator]),
        eq(users.isActive, true),
      ),
    );
  for (const administrator of administrators) {
    const isReader = administrator.id === changedBy.id;
    const notice: Notice = {
      kind: 'requirement-changed',
      isRequired: enforced,
      organization: name,
      by: describePerson(changedBy),
      isReader,
    };
    const known = await readCircumstances(tx, administrator.id, isReader ? sessionId : undefined);
    await writeNotice(services, tx, administrator, notice, known);
  }
}
