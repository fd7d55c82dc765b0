import { useEffect, useState } from 'react';

/** Milliseconds after which a wait is worth a word. */
const patience = 5000;

/** True once something has been pending for 5 seconds, until it no longer is. */
export function useIsSlow(isPending: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setIsSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setIsSlow(false);
    };
  }, [isPending]);
  return isSlow;
}
