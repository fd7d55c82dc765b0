import { useSyncExternalStore } from 'react';

/** Whether the browser believes it has a network. On a VPN it can be wrong: nothing may wait for it. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

function subscribe(onChange: () => void) {
  const mounted = new AbortController();
  const { signal } = mounted;
  window.addEventListener('online', onChange, { signal });
  window.addEventListener('offline', onChange, { signal });
  return () => mounted.abort();
}
