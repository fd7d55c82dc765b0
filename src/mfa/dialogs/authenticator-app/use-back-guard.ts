import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

type GuardState = { isFromSettings?: boolean; isGuarded?: boolean } | null;

/**
 * Lets the browser's Back ask before it leaves: while the guard is up, one more entry of the same
 * address lies on the history, and Back takes only that. Holds nothing but flags.
 * @param onDown the guard was taken down, by Back or by `lower`
 */
export function useBackGuard(onDown: () => void) {
  const navigate = useNavigate();
  const { pathname, state } = useLocation() as { pathname: string; state: GuardState };
  const isUp = state?.isGuarded === true;
  const wasUp = useRef(isUp);
  const notify = useEffectEvent(onDown);
  useEffect(() => {
    if (wasUp.current && !isUp) notify();
    wasUp.current = isUp;
  }, [isUp]);
  return {
    raise: () => void (isUp || navigate(pathname, { state: { ...state, isGuarded: true } })),
    lower: () => void (isUp ? navigate(-1) : onDown()),
    /** Closes from above the guard, too, where a reload can leave someone. */
    closeBy: (close: () => void) => void (isUp && state.isFromSettings ? navigate(-2) : close()),
  };
}
