import { useSyncExternalStore } from 'react';

import { readTokens, subscribeTokens } from './tokens.ts';

/** Whether this browser has a session, limited or full. */
export function useIsSignedIn(): boolean {
  return useSyncExternalStore(subscribeTokens, () => readTokens() !== undefined);
}
