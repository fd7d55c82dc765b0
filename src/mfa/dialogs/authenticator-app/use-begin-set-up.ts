import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { setUpTotp } from '../../../api/set-up.ts';
import { openChannel } from '../../../lib/open-channel.ts';

/** Tells the other tabs of this browser that a set-up begins here, and nothing else. */
const channel = openChannel('authenticator-set-up');

/**
 * A query, not a mutation, so that StrictMode and a second mount send one request. Every answer
 * replaces the backup codes, so it is refetched only when the person asks for it.
 */
const beginSetUpQuery = () =>
  queryOptions({
    queryKey: ['authenticator-set-up'],
    queryFn: () => {
      channel.postMessage('begins');
      return setUpTotp();
    },
    staleTime: 'static',
    // The key and the codes leave the cache with the step that shows them: security requirement A7.
    gcTime: 0,
  });

/**
 * Begins the set-up, or continues one that is pending. `isOvertaken`: another tab began it as well. It
 * has the same key but new backup codes there, so the backup codes held here are void.
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
    // Reset first: if the answer gets lost, the codes held here may be void.
    void queryClient.resetQueries({ queryKey: beginSetUpQuery().queryKey });
    void setUp.refetch();
  }

  return { setUp, isOvertaken, beginAgain };
}
