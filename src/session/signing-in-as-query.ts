import { queryOptions, skipToken } from '@tanstack/react-query';

/** The address typed at sign-in, in memory alone: forgotten with the session and by a reload. */
export const signingInAsQuery = () =>
  queryOptions<string>({ queryKey: ['signing-in-as'], queryFn: skipToken });
