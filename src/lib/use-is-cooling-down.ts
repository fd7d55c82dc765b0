import { useSecondsLeft } from './use-seconds-left.ts';

/**
 * Whether a rate limit still asks to wait. It is the one reason why an action that failed cannot be
 * tried again: what the browser says of the connection is a hint, and only a request can tell.
 * @param failure its `retryAt`: milliseconds since the epoch, by this device's clock
 */
export function useIsCoolingDown(failure: { retryAt?: number | undefined } | null | undefined) {
  return useSecondsLeft(failure?.retryAt, Date.now) > 0;
}
