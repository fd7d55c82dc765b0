import { type QueryClient, queryOptions } from '@tanstack/react-query';

import { refreshMfa, mfaQueries } from '../api/mfa.ts';
import { RefusedError } from '../api/errors.ts';
import { getMembers, getOrganization } from '../api/organization.ts';
import { profileQuery } from '../api/account.ts';

export const organizationQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['organization', orgId],
    queryFn: ({ signal }) => getOrganization(orgId, signal),
    staleTime: 5 * 60_000,
  });

/** The members. The cache drops them as soon as no page shows them. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'],
    queryFn: async ({ signal, client }) => {
      try {
        return await getMembers(signal);
      } catch (error) {
        if (error instanceof RefusedError && error.status === 403) await refetchAccess(client);
        throw error;
      }
    },
    gcTime: 0,
  });

/** Refetches what a change to the organization can alter, and what can forbid such a change. */
export async function refetchOrganization(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    refreshMfa(queryClient),
    queryClient.invalidateQueries(profileQuery()),
    queryClient.invalidateQueries(membersQuery()),
  ]);
}

/** Refetches the role and the status: the role may have changed while the page was open. */
async function refetchAccess(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(profileQuery()),
    queryClient.invalidateQueries(mfaQueries.status()),
  ]);
}
