import { queryOptions } from '@tanstack/react-query';

import { getProfile } from './account.ts';
import { getMethods, getStatus } from './mfa.ts';

/** Everything read about the second step. One change of a method can alter both. */
export const mfaQueries = {
  all: () => ['mfa'] as const,
  status: () =>
    queryOptions({
      queryKey: [...mfaQueries.all(), 'status'],
      queryFn: ({ signal }) => getStatus(signal),
    }),
  methods: () =>
    queryOptions({
      queryKey: [...mfaQueries.all(), 'methods'],
      queryFn: ({ signal }) => getMethods(signal),
    }),
};

export const profileQuery = () =>
  queryOptions({
    queryKey: ['profile'],
    queryFn: ({ signal }) => getProfile(signal),
    staleTime: 5 * 60_000,
  });
