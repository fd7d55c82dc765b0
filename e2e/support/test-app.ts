import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { preview } from 'vite';
import type { Connect, Plugin } from 'vite';
import { readBrand } from '../brand/brand.ts';
import { startBackend } from '../backend/start-backend.ts';
import type { Backend } from '../backend/start-backend.ts';
import { backendMiddleware } from '../backend/vite-plugin.ts';
import { parseTrustedProxies } from '../serve/client-address.ts';
import { createLog } from '../serve/server-log.ts';
import { startServer } from '../serve/start-server.ts';
import { freePort } from '../workshop/free-port.ts';
import { startCaddy } from '../headers/servers/start-caddy.ts';
import { startNginx } from '../headers/servers/start-nginx.ts';
import { precompressed } from '../headers/precompressed.ts';
import { securityHeadersPlugin } from '../headers/vite-plugin.ts';
import { Faults } from './faults.ts';
import { MovableClock } from './movable-clock.ts';
import { RequestLog } from './request-log.ts';
import { siteAtRoot } from './site.ts';
import type { Site } from './site.ts';

/** The built app with its own backend on a free port; each test worker has one. */
export interface TestApp {
  /** Of the app's pages, as in `http://localhost:4711`. */
  origin: string;
  /** The app's address, without a slash at its end. */
  appUrl: string;
  backend: Backend;
  clock: MovableClock;
  faults: Faults;
  requests: RequestLog;
  close(): Promise<void>;
}

/**
 * The server of the app: Vite's preview server, nginx or Caddy with the configuration that the build
 * wrote, or `npm run serve`.
 */
export type AppServer = 'preview' | 'nginx' | 'caddy' | 'serve';

interface TestAppOptions {
  appServer?: AppServer;
  /** Whether there are demo accounts and a mailbox. */
  isDemo?: boolean;
  site?: Site;
  /** A brand file, only for `serve`. */
  brandFile?: string | undefined;
  /** What a site around the app does. */
  host?: {
    pages: Connect.NextHandleFunction;
    /** Stands between the browser and the backend. */
    between?: (backend: Backend['fetch']) => Backend['fetch'];
  };
}

export async function startTestApp({
  appServer = 'preview',
  isDemo = false,
  site = siteAtRoot,
  brandFile,
  host,
}: TestAppOptions = {}): Promise<TestApp> {
  const clock = new MovableClock();
  const faults = new Faults(clock.now);
  const requests = new RequestLog();
  if (appServer === 'serve')
    return startServe({ clock, faults, requests }, isDemo, site, brandFile);
  let fetch: Backend['fetch'] = () => new Response(null, { status: 503 });
  const middlewares: Plugin = {
    name: 'test-app',
    configurePreviewServer({ middlewares: to }) {
      to.use(requests.middleware);
      if (site.backendUrl !== undefined) return;
      to.use(faults.middleware);
      if (host) to.use(host.pages);
      to.use(backendMiddleware(() => fetch));
    },
  };
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    base: site.base,
    build: { outDir: site.dist },
    plugins: [securityHeadersPlugin(), middlewares, precompressed()],
    preview: { host: '127.0.0.1', port: 0, cors: false },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  const previewOrigin = `http://localhost:${port}`;
  const front = await startFront(appServer, previewOrigin, site);
  const origin = front?.url ?? previewOrigin;
  const appUrl = addressOf(origin, site);
  const backend = await startBackend({
    appUrl,
    database: { kind: 'memory' },
    now: clock.now,
    secretKey: randomBytes(32),
    demo: isDemo,
  });
  fetch = host?.between?.(backend.fetch) ?? backend.fetch;
  const apart = site.backendUrl === undefined ? undefined : await startApart(site.backendUrl);
  return {
    origin,
    appUrl,
    backend,
    clock,
    faults,
    requests,
    async close() {
      faults.clear();
      await front?.stop();
      apart?.close();
      await server.close();
      await backend.close();
    },
  };

  /** The backend on a port of its own, which is another origin. */
  async function startApart(url: string) {
    const answer = backendMiddleware(() => fetch);
    const server = createServer((request, response) => {
      const call = () => answer(request, response, () => response.writeHead(404).end());
      requests.middleware(request, response, () => faults.middleware(request, response, call));
    });
    server.listen(Number(new URL(url).port), '127.0.0.1');
    await once(server, 'listening');
    return server;
  }
}

/** A web server in front of the preview server, to which it passes the backend's calls. */
async function startFront(appServer: AppServer, backend: string, site: Site) {
  if (appServer === 'nginx') return startNginx(backend, site);
  return appServer === 'caddy' ? startCaddy(backend, site) : undefined;
}

const addressOf = (origin: string, { base }: Site) => origin + base.slice(0, -1);

async function startServe(
  tools: Pick<TestApp, 'clock' | 'faults' | 'requests'>,
  demo: boolean,
  site: Site,
  brandFile: string | undefined,
): Promise<TestApp> {
  const { clock, faults, requests } = tools;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const appUrl = addressOf(origin, site);
  const server = await startServer({
    backend: {
      appUrl,
      brand: brandFile === undefined ? undefined : readBrand(brandFile),
      database: { kind: 'memory' },
      now: clock.now,
      secretKey: randomBytes(32),
      demo,
    },
    dist: site.dist,
    host: '127.0.0.1',
    port,
    trustedProxies: parseTrustedProxies(''),
    log: createLog('silent'),
    first: (incoming, outgoing, next) =>
      requests.middleware(incoming, outgoing, () => faults.middleware(incoming, outgoing, next)),
  });
  return {
    ...tools,
    origin,
    appUrl,
    backend: server.backend,
    close: async () => {
      faults.clear();
      await server.stop();
    },
  };
}
