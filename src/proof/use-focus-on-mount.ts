import { type RefObject, useEffect } from 'react';

/** Choosing another method removes the button that had the focus, so the new field or button takes it. */
export function useFocusOnMount(target: RefObject<HTMLElement | null>): void {
  useEffect(() => target.current?.focus(), [target]);
}
