/**
 * Signs a request by its session. A build for a session that the host keeps in cookies has
 * sign-by-cookie.ts in its place.
 * @param _method only cookies need to know whether the request changes something
 * @returns whether the browser sends cookies with it
 */
export function signRequest(
  headers: Headers,
  accessToken: string | undefined,
  _method: string,
): RequestCredentials {
  if (accessToken) headers.set('Authorization', `Bearer ${accessToken}`);
  return 'omit';
}
