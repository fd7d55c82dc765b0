import { getRequestListener } from '@hono/node-server';
import type { Connect } from 'vite';

const prefixes = ['/mfa/', '/user/', '/organization/', '/dev/'];

export function isBackendPath(url: string): boolean {
  return prefixes.some((prefix) => url.startsWith(prefix));
}

/**
 * The backend's paths go to `getFetch`, asked for at each request, so that a server can listen
 * before its backend has started; all else goes on to the app.
 */
export function backendMiddleware(
  getFetch: () => (request: Request, address?: string) => Response | Promise<Response>,
): Connect.NextHandleFunction {
  const answer = getRequestListener(
    (request, { incoming }) => getFetch()(request, incoming.socket.remoteAddress),
    { overrideGlobalObjects: false },
  );
  return (request, response, next) => {
    if (isBackendPath(request.url ?? '')) void answer(request, response);
    else next();
  };
}
