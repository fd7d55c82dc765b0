import { backendUrl } from './backend-url.ts';
// The type alone: the early script signs, too, before the host has handed anything over.
import type { CookieHost, TokenHost } from './host-session.ts';
import type { signRequest as signByToken } from './sign-request.ts';

/**
 * In the place of sign-request.ts: the host's cookie signs. Browsers send it whoever made the page that
 * asks, so a call that changes something carries a header that only the host's own pages know.
 */
export const signRequest: typeof signByToken = (headers, _accessToken, method) => {
  const host: CookieHost | TokenHost | undefined = window.mfaSession;
  if (host && 'csrf' in host && method !== 'GET') headers.set(host.csrf.header, host.csrf.token());
  return backendUrl ? 'include' : 'same-origin';
};
