import { queryOptions } from '@tanstack/react-query';

import { profileQuery } from './account.ts';
import { readTokens } from './tokens.ts';

/**
 * The email address of the account that is signed in: from `login` where it gave one, else from the
 * profile. Not in account.ts, because only lazy pages need it.
 */
export const signedInAsQuery = () =>
  queryOptions({
    queryKey: ['signed-in-as'],
    queryFn: async ({ client }) =>
      readTokens()?.user?.email ?? (await client.query(profileQuery())).email,
  });
