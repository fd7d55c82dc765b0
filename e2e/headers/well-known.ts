import type { Connect } from 'vite';

// Both are at the root of the host, wherever the app is on it.

/**
 * Where password managers lead people to change a password (WICG, "A Well-Known URL for Changing Passwords").
 * `to` is below the app's address.
 */
export const changePassword = { from: '/.well-known/change-password', to: 'password' };

/** Where password managers learn how to add and manage passkeys (W3C, "Passkey Endpoints"). */
export const passkeyEndpointsPath = '/.well-known/passkey-endpoints';

/** What begins the script by which a page wears a brand. */
export const brandScript = '<script>globalThis.brand=';

/** Whether people can set up passkeys in an app with this page. Its brand may not offer them. */
export function offersPasskeys(html: string): boolean {
  const [, brand] = html.split(brandScript);
  if (brand === undefined) return true;
  const { methods } = JSON.parse(brand.slice(0, brand.indexOf('</script>'))) as {
    methods?: string[];
  };
  return methods?.includes('PASSKEY') ?? true;
}

/**
 * @param appUrl the app's address, with a slash at its end. Where its origin is unknown at build time it is
 *   a path, which not every password manager reads.
 * @param isOffered whoever has a passkey manages it in any case
 */
export function passkeyEndpoints(appUrl: string, isOffered: boolean): string {
  return JSON.stringify({
    ...(isOffered && { enroll: `${appUrl}set-up/passkey` }),
    manage: `${appUrl}passkeys`,
  });
}

/** Answers both addresses from the dev and preview servers, and leads to the app without its last slash. */
export function wellKnown(base: string, isOffered = true): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = '/', ...query] = (request.url ?? '/').split('?');
    if (path === changePassword.from) {
      response.writeHead(302, { Location: base + changePassword.to }).end();
    } else if (path === passkeyEndpointsPath) {
      const origin = process.env['APP_URL'] ?? `http://${request.headers.host}`;
      response.setHeader('Content-Type', 'application/json');
      response.end(passkeyEndpoints(new URL(base, origin).href, isOffered));
    } else if (`${path}/` === base) {
      response.writeHead(308, { Location: [base, ...query].join('?') }).end();
    } else next();
  };
}
