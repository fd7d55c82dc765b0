import { type QueryClient, queryOptions } from '@tanstack/react-query';

import { refreshMfa, mfaQueries } from '../api/mfa.ts';
import { RefusedError } from '../api/errors.ts';
import { getMembers } from '../api/organization.ts';
import { profileQuery } from '../api/account.ts';

/** The members, for as long as the page shows them and no longer. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ['members'],
    queryFn: async ({ signal, client }) => {
      try {
        return await getMembers(signal);
      } catch (error) {
        if (error instanceof RefusedError && error.status === 403) await rereadAccess(client);
        throw error;
      }
    },
    gcTime: 0,
  });

/** Reads again everything that a change for the organisation can alter, or that can forbid one. */
export async function rereadOrganization(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    refreshMfa(queryClient),
    queryClient.invalidateQueries(profileQuery()),
    queryClient.invalidateQueries(membersQuery()),
  ]);
}

/** The role may have changed while the page was open. The page follows what is read here. */
async function rereadAccess(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(profileQuery()),
    queryClient.invalidateQueries(mfaQueries.status()),
  ]);
}
