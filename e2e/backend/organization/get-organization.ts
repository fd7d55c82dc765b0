import { eq } from 'drizzle-orm';
import { organizations } from '../database/schema.ts';
import { Refusal } from '../http/refusal.ts';
import { sessionRoute } from '../route.ts';

/** Open to every member, even without a second step: the answer says why one is required. */
export const getOrganization = sessionRoute(
  {
    method: 'GET',
    path: '/organization/:orgId',
    access: 'verified',
    failure: 'Failed to get the organization',
  },
  async ({ database }, { user }, _body, { params }) => {
    const { orgId = '' } = params;
    if (orgId !== user.orgId) {
      const message = 'Access denied: you can only view your own organization';
      throw new Refusal(403, message, { message });
    }
    const [found] = await database.select().from(organizations).where(eq(organizations.id, orgId));
    if (found === undefined) throw new Refusal(404, 'Organization not found');
    const { id, name, domain, enforced } = found;
    return { data: { id, name, domain, mfaEnforced: enforced } };
  },
);
