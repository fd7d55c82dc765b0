import { useEffect } from 'react';

/** Has the browser ask before the page is closed or loaded again. The words are the browser's own. */
export function useWarnBeforeUnload(isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isActive]);
}
