import { useCallback, useEffect, useRef } from 'react';

/**
 * [A11] Gives the signal to run a ceremony under. It aborts when the component goes, so that no
 * prompt is left over, nor one opened by an answer that comes too late.
 */
export function useCeremonySignal(): () => AbortSignal | undefined {
  const controller = useRef<AbortController>(undefined);
  useEffect(() => {
    const current = new AbortController();
    controller.current = current;
    return () => current.abort();
  }, []);
  return useCallback(() => controller.current?.signal, []);
}
