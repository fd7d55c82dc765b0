/**
 * Signs a request by its session: with the access token, and without cookies, so that nothing that
 * another site makes a browser send is ever signed.
 *
 * A build for a session that the host keeps in a cookie has sign-by-cookie.ts in the place of this
 * module: see e2e/build/session-source.ts.
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
