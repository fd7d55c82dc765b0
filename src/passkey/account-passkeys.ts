import { queryOptions } from '@tanstack/react-query';

import type { KnownPasskey } from '../api/contract-set-up.ts';
import { getAuthOptions } from '../api/verify-login.ts';

/**
 * The account's passkeys; null where the platform does not list them. Not refetched by itself: each answer
 * carries a new challenge, which voids the one that a step-up may be using.
 */
export const accountPasskeysQuery = () =>
  queryOptions({
    queryKey: ['account-passkeys'],
    queryFn: async ({ signal }) => (await getAuthOptions(signal)).allowCredentials ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The account's passkeys; undefined where the platform does not list them or the request fails. */
export async function listPasskeys(): Promise<KnownPasskey[] | undefined> {
  const { allowCredentials } = await getAuthOptions().catch(() => ({
    allowCredentials: undefined,
  }));
  return allowCredentials ?? undefined;
}
