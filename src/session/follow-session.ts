import type { QueryClient } from '@tanstack/react-query';

import { clearLinkMark } from '../api/link-mark.ts';
import { subscribeTokens } from '../api/tokens.ts';

/**
 * Clears what was cached for a session as soon as it ends or another starts, and lets the service know
 * that a person is active. Returns a function that stops following.
 */
export function followSession(queryClient: QueryClient): () => void {
  // Not before a person does something: until then nobody is active. Keys that press a button click, too.
  addEventListener(
    'click',
    () =>
      void import('../api/heartbeat.ts')
        .then((code) => code.followActivity(queryClient))
        .catch(() => undefined),
    { once: true },
  );
  return forgetWithSession(queryClient);
}

/**
 * Clears what was cached for a session as soon as it ends or another starts, in this tab or another.
 * Returns a function that stops this.
 */
export function forgetWithSession(queryClient: QueryClient): () => void {
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
