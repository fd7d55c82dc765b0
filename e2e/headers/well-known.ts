import type { Connect } from 'vite';

/** Where password managers lead people to change a password (WICG, "A Well-Known URL for Changing Passwords"). */
export const changePassword = { from: '/.well-known/change-password', to: '/password' };

/** Where password managers learn how to add and manage passkeys (W3C, "Passkey Endpoints"). */
export const passkeyEndpointsPath = '/.well-known/passkey-endpoints';

/**
 * @param origin of the app, as in `https://app.example`. Where it is unknown at build time the addresses are
 *   paths, which not every password manager reads.
 */
export function passkeyEndpoints(origin: string): string {
  return JSON.stringify({ enroll: `${origin}/set-up/passkey`, manage: `${origin}/passkeys` });
}

/** Answers both addresses from the dev and preview servers. */
export const wellKnown: Connect.NextHandleFunction = (request, response, next) => {
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  if (path === changePassword.from) {
    response.writeHead(302, { Location: changePassword.to }).end();
  } else if (path === passkeyEndpointsPath) {
    const origin = process.env['APP_URL'] ?? `http://${request.headers.host}`;
    response.setHeader('Content-Type', 'application/json');
    response.end(passkeyEndpoints(new URL(origin).origin));
  } else next();
};
