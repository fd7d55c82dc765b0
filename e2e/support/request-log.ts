import type { IncomingHttpHeaders } from 'node:http';
import type { Connect } from 'vite';

/**
 * One request that reached the server: its call, as in `POST /mfa/enable`, and where it came from.
 */
interface LoggedRequest {
  call: string;
  /** Path and query, as sent. */
  url: string;
  headers: IncomingHttpHeaders;
}

/** All requests to the server, in order, including those for pages and files. */
export class RequestLog {
  #requests: LoggedRequest[] = [];

  readonly middleware: Connect.NextHandleFunction = (request, _response, next) => {
    const url = request.url ?? '/';
    this.#requests.push({ call: callOf(request), url, headers: request.headers });
    next();
  };

  all(): readonly LoggedRequest[] {
    return this.#requests;
  }

  count(call: string): number {
    return this.#requests.filter((request) => request.call === call).length;
  }

  clear(): void {
    this.#requests = [];
  }
}

/** A request in the contract's form: `GET /mfa/status`, without the query, `DELETE /devices/{id}`. */
export function callOf({
  method = 'GET',
  url = '/',
}: {
  method?: string | undefined;
  url?: string | undefined;
}): string {
  const [path = '/'] = url.split('?');
  const known = path
    .replace(/^\/(sessions|devices)\/(?!(revoke-all|trust)$)[^/]+/, '/$1/{id}')
    .replace(/^\/user\/[^/]+$/, (same) => (method === 'PUT' ? '/user/{id}' : same));
  return `${method} ${known}`;
}
