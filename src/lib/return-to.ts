import { useLocation } from 'react-router-dom';

/**
 * Where to go after signing in: path, query and hash of an address on this origin, otherwise `/`.
 * Browsers read `/\evil` and `//evil` as another host, so it resolves the address before it checks.
 */
export function safeReturnTo(value: string | null, origin = window.location.origin): string {
  if (!value?.startsWith('/') || !URL.canParse(value, origin)) return '/';
  const url = new URL(value, origin);
  if (url.origin !== origin) return '/';
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search + url.hash;
}

/** The `returnTo` of this page's address, always on this origin. */
export function useReturnTo(): string {
  return safeReturnTo(new URLSearchParams(useLocation().search).get('returnTo'));
}
