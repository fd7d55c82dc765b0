import { queryOptions } from '@tanstack/react-query';

import { setUpTotp } from '../../../api/set-up.ts';

/**
 * Begins the set-up, or goes on with one that is pending: a query, so that StrictMode and a second
 * look ask once. Every answer brings fresh backup codes, so it is asked again only on request.
 */
export const beginSetUpQuery = () =>
  queryOptions({
    queryKey: ['authenticator-set-up'],
    queryFn: setUpTotp,
    staleTime: 'static',
    // [A7] The key and the codes leave the cache with the step that shows them.
    gcTime: 0,
  });
