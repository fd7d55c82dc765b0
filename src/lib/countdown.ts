import { useEffect, useState } from 'react';

/**
 * Whole seconds until a deadline, updated every second; 0 after it or without one.
 * @param deadline milliseconds since the epoch, by the clock that `now` reads
 */
export function useSecondsLeft(deadline: number | undefined, now: () => number): number {
  const left = () => (deadline ? Math.max(0, Math.ceil((deadline - now()) / 1000)) : 0);
  const [, rerender] = useState(0);
  const seconds = left();
  const isRunning = seconds > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => rerender((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning, deadline]);
  return seconds;
}

/**
 * Whether a rate limit still requires waiting. Nothing else disables a retry: `navigator.onLine` is
 * only a hint, so the request itself decides.
 * @param failure its `retryAt`: milliseconds since the epoch, by this device's clock
 */
export function useIsCoolingDown(failure: { retryAt?: number | undefined } | null | undefined) {
  return useSecondsLeft(failure?.retryAt, Date.now) > 0;
}
