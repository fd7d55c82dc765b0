import { type RefObject, useEffect } from 'react';

/** Choosing another method takes the chosen button away: the focus goes on to what it brought. */
export function useFocusOnMount(target: RefObject<HTMLElement | null>): void {
  useEffect(() => target.current?.focus(), [target]);
}
