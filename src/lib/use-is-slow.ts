import { useEffect, useState } from 'react';

/** Milliseconds after which the page says that it still works. */
const patience = 5000;

/** True while something has been pending for 5 seconds or more. */
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
