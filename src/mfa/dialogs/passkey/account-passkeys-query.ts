import { queryOptions } from '@tanstack/react-query';

import { getAuthOptions } from '../../../api/verify-login.ts';

/**
 * The account's passkeys, where the platform lists them. Asked for once per dialog and never again by
 * itself: each answer is a challenge, which voids the one that a question for proof may be waiting on.
 */
export const accountPasskeysQuery = () =>
  queryOptions({
    queryKey: ['account-passkeys'],
    queryFn: async ({ signal }) => (await getAuthOptions(signal)).allowCredentials ?? [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
