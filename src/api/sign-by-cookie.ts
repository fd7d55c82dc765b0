import { backendUrl } from './config.ts';
import { cookieHost } from './host-session.ts';
import type { signRequest as signByToken } from './sign-request.ts';

/** In the place of sign-request.ts: the host's cookie signs, and a header shows that no other site asks. */
export const signRequest: typeof signByToken = (headers, _accessToken, method) => {
  const csrf = cookieHost()?.csrf;
  if (csrf && method !== 'GET') headers.set(csrf.header, csrf.token());
  return backendUrl ? 'include' : 'same-origin';
};
