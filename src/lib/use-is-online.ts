import { useSyncExternalStore } from 'react';

/**
 * Whether the browser thinks it is online. It can be wrong, on a VPN for example: disable nothing
 * by it.
 */
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
