import { backendUrl } from './backend-url.ts';
import type { signRequest as signByToken } from './sign-request.ts';
import { hostOrNone } from './the-host.ts';

/**
 * In the place of sign-request.ts: the host's cookie signs. Browsers send it whoever made the page that
 * asks, so a call that changes something carries a header that only the host's own pages know.
 */
export const signRequest: typeof signByToken = (headers, _accessToken, method) => {
  // None in the early script, which signs, too.
  const host = hostOrNone();
  if (host && 'csrf' in host && method !== 'GET') headers.set(host.csrf.header, host.csrf.token());
  return backendUrl ? 'include' : 'same-origin';
};
