/**
 * Matches the addresses of all calls in the contract, as a regular expression for servers in front of
 * the backend, which pass these on to it. The slashes matter: `/organization` without one is a page of
 * the app, while `/devices` and `/sessions` are calls themselves.
 */
export const pathPattern = '^/((mfa|user|organization)/|(devices|sessions)([/?]|$))';

const ofContract = new RegExp(pathPattern);

/** @param url the path, with or without a query */
export function isBackendPath(url: string): boolean {
  return ofContract.test(url) || url.startsWith('/dev/');
}
