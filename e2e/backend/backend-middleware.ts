import { getRequestListener } from '@hono/node-server';
import type { Connect } from 'vite';
import { isBackendPath } from './path-prefixes.ts';

/**
 * Passes requests for the backend's paths to the function that `getFetch` returns, and all others on
 * to the app. It calls `getFetch` at each request, so a server can listen before its backend has started.
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
