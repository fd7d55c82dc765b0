/**
 * The prefixes of all paths in the contract. Servers in front of the backend pass these on to it.
 */
export const pathPrefixes = ['/mfa/', '/user/', '/organization/'] as const;

/**
 * The same as a regular expression, for servers that take one. The slash at its end matters:
 * `/organization` without it is a page of the app.
 */
export const pathPattern = `^(${pathPrefixes.join('|')})`;
