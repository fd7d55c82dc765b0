import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, BlockList } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { HttpBindings } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { checkBase } from '../headers/hosted-build.ts';
import { networkOf, truncateAddress } from '../backend/http/network-of.ts';
import { logFailure } from '../backend/log.ts';
import { isBackendPath } from '../backend/path-prefixes.ts';
import { startBackend } from '../backend/start-backend.ts';
import type { Backend, BackendOptions } from '../backend/start-backend.ts';
import { readBrandedApp, readBuiltApp } from './built-app.ts';
import { clientAddress } from './client-address.ts';
import { createMetrics } from './metrics.ts';

export interface ServerOptions {
  backend: BackendOptions;
  /** The folder that `npm run build` wrote. */
  dist: string;
  host: string;
  /** 0: any free one. */
  port: number;
  /** Another name of this server, which has the backend's calls alone: `api.example.com`. */
  apiHost?: string | undefined;
  /** Whose `X-Forwarded-For` is believed. */
  trustedProxies: BlockList;
  log: Logger;
  /** Where `/metrics` is; nowhere by default. 0: any free one. */
  metricsPort?: number | undefined;
  /** Sees each request first, and may answer it itself. For tests of faults. */
  first?: (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void;
}

export interface RunningServer {
  port: number;
  /** The address of the app, with its path. */
  appUrl: string;
  metricsPort: number | undefined;
  backend: Backend;
  /**
   * Answers `/readyz` with 503, and goes on for this long, so that a load balancer notices. Then
   * accepts no more connections, finishes the requests that have begun, and closes everything.
   */
  stop(milliseconds?: number, signal?: AbortSignal): Promise<void>;
}

/** Milliseconds for what a request may take when the server stops. */
const longestFinish = 10_000;
/** Milliseconds in which the database answers, or the server is not ready. */
const longestPing = 2000;

/** Serves the built app and the backend on one port. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, trustedProxies, first = (_incoming, _outgoing, next) => next() } = options;
  const { brand } = options.backend;
  const { origin } = new URL(options.backend.appUrl);
  const app = brand
    ? await readBrandedApp(options.dist, origin, brand)
    : readBuiltApp(options.dist, origin);
  checkBase(app.base, options.backend.appUrl);
  const appUrl = new URL(app.base, options.backend.appUrl);
  const counted = options.metricsPort === undefined ? undefined : createMetrics();
  const backend = await startBackend({
    ...options.backend,
    appUrl: appUrl.href,
    onCall: counted?.countCall,
  });
  let isStopping = false;

  const isReady = async () => {
    if (isStopping) return false;
    const ping = async () => {
      await backend.database.execute(sql`SELECT 1`);
      return true;
    };
    return Promise.race([ping(), wait(longestPing, false, { ref: false })]).catch(() => false);
  };

  const answer = async (request: Request, incoming: IncomingMessage): Promise<Response> => {
    const { pathname } = new URL(request.url);
    // Whoever checks these calls the process by its address, not by its name.
    if (pathname === '/healthz') return plain(200, 'ok');
    if (pathname === '/readyz')
      return (await isReady()) ? plain(200, 'ready') : plain(503, 'not ready');
    // Names that others point at this server are no way to the app (DNS rebinding).
    const host = hostOf(incoming, appUrl.protocol);
    const isApi = host !== undefined && host === options.apiHost;
    if (!isApi && host !== appUrl.host) return plain(421, 'This address is not served here');
    if (isBackendPath(incoming.url ?? '')) return backend.fetch(request, addressOf(incoming));
    return isApi ? plain(404, 'Not found') : app.answer(request);
  };
  const addressOf = (incoming: IncomingMessage) =>
    clientAddress(
      trustedProxies,
      incoming.socket.remoteAddress,
      incoming.headers['x-forwarded-for']?.toString(),
    );

  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      const { incoming: received, outgoing: sent } = { incoming, outgoing } as HttpBindings;
      const begun = performance.now();
      const address = networkOf(addressOf(received));
      const found = await answer(request, received).catch((error: unknown) => {
        logFailure(`${received.method} outside the backend`, error);
        return plain(500, 'Internal error');
      });
      const headers = new Headers(found.headers);
      for (const [name, value] of Object.entries(app.securityHeaders))
        if (!headers.has(name)) headers.set(name, value);
      const requestId = headers.get('X-Request-Id') ?? randomUUID();
      headers.set('X-Request-Id', requestId);
      sent.once('close', () => {
        logRequest(log, received, sent, { requestId, begun, address });
      });
      // A connection that stays open would keep this process from ending.
      if (isStopping) sent.shouldKeepAlive = false;
      return new Response(found.body, { status: found.status, headers });
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer(
    {
      // The app's bodies are small. Whoever sends slower than this holds a connection for nothing.
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      // Longer than proxies keep theirs (nginx: 60 s), so that none uses a connection as it closes.
      keepAliveTimeout: 75_000,
    },
    (incoming, outgoing) => {
      // The proxy form (`GET http://…`) would name another host than the Host header.
      const next = () => void listener(incoming, outgoing);
      if (incoming.url?.startsWith('/')) first(incoming, outgoing, next);
      else outgoing.writeHead(400, { Connection: 'close' }).end();
    },
  );
  let metrics: { port: number; stop(): void } | undefined;
  try {
    server.listen(options.port, options.host);
    await once(server, 'listening');
    metrics = await counted?.listen(options.host, options.metricsPort ?? 0, backend.database);
  } catch (error) {
    await backend.close();
    throw error;
  }
  return {
    port: (server.address() as AddressInfo).port,
    appUrl: appUrl.href,
    metricsPort: metrics?.port,
    backend,
    stop: async (milliseconds = 0, signal) => {
      isStopping = true;
      if (milliseconds > 0)
        await wait(milliseconds, undefined, signal && { signal }).catch(ignoreAbort);
      const closed = once(server, 'close');
      server.close();
      const impatience = setTimeout(() => server.closeAllConnections(), longestFinish);
      await closed;
      clearTimeout(impatience);
      metrics?.stop();
      await backend.close();
    },
  };
}

function plain(status: number, text: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(`${text}\n`, { status, headers });
}

/** The host that was asked for, without the protocol's own port. */
function hostOf(incoming: IncomingMessage, protocol: string): string | undefined {
  const asked = `${protocol}//${incoming.headers.host ?? ''}`;
  return URL.canParse(asked) ? new URL(asked).host : undefined;
}

interface Logged {
  requestId: string;
  /** By `performance.now()`. */
  begun: number;
  /** A network, as `networkOf` gives it. */
  address: string;
}

function logRequest(
  log: Logger,
  { method, url = '' }: IncomingMessage,
  sent: ServerResponse,
  { requestId, begun, address }: Logged,
): void {
  // The query may contain the token of an emailed link.
  const [path = ''] = url.split(/[?#]/, 1);
  const isCheck = path === '/healthz' || path === '/readyz';
  log[isCheck ? 'debug' : 'info'](
    {
      requestId,
      method,
      path: path.slice(0, 200),
      status: sent.statusCode,
      // As for sessions: a part of the address says enough.
      network: truncateAddress(address),
      milliseconds: Math.round(performance.now() - begun),
      ...(!sent.writableFinished && { aborted: true }),
    },
    'request',
  );
}

function ignoreAbort(error: Error): void {
  if (error.name !== 'AbortError') throw error;
}
