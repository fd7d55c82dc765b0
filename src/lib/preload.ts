import { useEffect, useEffectEvent } from 'react';

type Load = () => Promise<unknown>;

/** Loads code that a person is about to need, so that their click does not wait for the network. */
export function preload(load: Load): void {
  // Not where data is dear, and not offline: some browsers remember that a file did not load.
  if (navigator.connection?.saveData || !navigator.onLine) return;
  // If it fails, it is loaded again when it is needed, and told then.
  load().catch(() => undefined);
}

/** Loads code ahead as soon as the page is ready and the browser has nothing else to do. */
export function useIdlePreload(load: Load, isReady: boolean): void {
  const start = useEffectEvent(() => preload(load));
  useEffect(() => {
    if (!isReady) return;
    // Safari has none. The page is ready, so a second later is idle enough.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => start(), 1000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(() => start());
    return () => cancelIdleCallback(idle);
  }, [isReady]);
}
