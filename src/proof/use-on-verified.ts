import { useEffect, useEffectEvent } from 'react';

import { subscribeTokens } from '../api/tokens.ts';

/** Calls back when the session is verified, in whichever tab that happened. */
export function useOnVerified(onVerified: (() => void) | undefined): void {
  const notify = useEffectEvent(() => onVerified?.());
  useEffect(
    () =>
      subscribeTokens((change) => {
        if (change === 'verified') notify();
      }),
    [],
  );
}
