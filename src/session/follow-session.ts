import type { QueryClient } from '@tanstack/react-query';

import { clearLinkMark } from '../api/link-mark.ts';
import { subscribeTokens } from '../api/tokens.ts';

/**
 * Forgets what was read for one session as soon as it ends or another begins, in whichever tab that
 * happened. Returns how to stop.
 */
export function followSession(queryClient: QueryClient): () => void {
  return subscribeTokens((change) => {
    if (change === 'renewed') return;
    if (change === 'verified') {
      void queryClient.invalidateQueries();
    } else if (change === 'signed-in') {
      void queryClient.resetQueries();
    } else {
      clearLinkMark();
      queryClient.clear();
    }
  });
}
