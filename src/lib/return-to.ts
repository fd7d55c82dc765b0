import { useLocation } from 'react-router-dom';

/**
 * Where to go after signing in: the path, query and hash of an address on this origin, else `/`.
 * Browsers read `/\evil` and `//evil` as another host, so the address is resolved, not matched.
 */
export function safeReturnTo(value: string | null, origin = window.location.origin): string {
  if (!value?.startsWith('/') || !URL.canParse(value, origin)) return '/';
  const url = new URL(value, origin);
  if (url.origin !== origin) return '/';
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash;
}

/** Where this page's address says to go on to: always on this origin. */
export function useReturnTo(): string {
  return safeReturnTo(new URLSearchParams(useLocation().search).get('returnTo'));
}
