import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { setUpTotp } from '../../../api/set-up.ts';
import { openChannel } from '../../../lib/open-channel.ts';

/** Tells the other tabs of this browser that a set-up begins here. Carries nothing else. */
const channel = openChannel('authenticator-set-up');

/**
 * A query, so that StrictMode and a second look ask once. Every answer brings fresh backup codes, so
 * it is asked again only on request.
 */
const beginSetUpQuery = () =>
  queryOptions({
    queryKey: ['authenticator-set-up'],
    queryFn: () => {
      channel.postMessage('begins');
      return setUpTotp();
    },
    staleTime: 'static',
    // [A7] The key and the codes leave the cache with the step that shows them.
    gcTime: 0,
  });

/**
 * Begins the set-up, or goes on with one that is pending. Begun in another tab as well, it has the
 * same key there but other backup codes, and those held here are worth nothing: `isOvertaken`.
 */
export function useBeginSetUp() {
  const queryClient = useQueryClient();
  const setUp = useQuery(beginSetUpQuery());
  const [isOvertaken, setIsOvertaken] = useState(false);
  useEffect(() => {
    const notice = () => setIsOvertaken(true);
    channel.addEventListener('message', notice);
    return () => channel.removeEventListener('message', notice);
  }, []);

  function beginAgain() {
    setIsOvertaken(false);
    // Forgotten first: should the answer get lost, the codes held here are no longer the server's.
    void queryClient.resetQueries({ queryKey: beginSetUpQuery().queryKey });
    void setUp.refetch();
  }

  return { setUp, isOvertaken, beginAgain };
}
