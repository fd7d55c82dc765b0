import { queryOptions } from '@tanstack/react-query';

import { profileQuery } from './queries.ts';
import { readTokens } from './tokens.ts';

/** The address of the account that is signed in: from `login` where it gave one, else from the profile. */
export const signedInAsQuery = () =>
  queryOptions({
    queryKey: ['signed-in-as'],
    queryFn: async ({ client }) =>
      readTokens()?.user?.email ?? (await client.query(profileQuery())).email,
  });
