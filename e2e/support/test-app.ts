import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { preview } from 'vite';
import type { Plugin } from 'vite';
import { startBackend } from '../backend/start-backend.ts';
import type { Backend } from '../backend/start-backend.ts';
import { backendMiddleware } from '../backend/vite-plugin.ts';
import { parseTrustedProxies } from '../serve/client-address.ts';
import { createLog } from '../serve/server-log.ts';
import { startServer } from '../serve/start-server.ts';
import { freePort } from '../workshop/free-port.ts';
import { startNginx } from '../headers/nginx/start-nginx.ts';
import { precompressed } from '../headers/precompressed.ts';
import { securityHeadersPlugin } from '../headers/vite-plugin.ts';
import { Faults } from './faults.ts';
import { MovableClock } from './movable-clock.ts';
import { RequestLog } from './request-log.ts';

/** The built app with its own backend on a free port; each test worker has one. */
export interface TestApp {
  appUrl: string;
  backend: Backend;
  clock: MovableClock;
  faults: Faults;
  requests: RequestLog;
  close(): Promise<void>;
}

/**
 * The server of the app: Vite's preview server, nginx with the configuration that the build wrote, or
 * `npm run serve`.
 */
export type AppServer = 'preview' | 'nginx' | 'serve';

/** @param isDemo whether there are demo accounts and a mailbox */
export async function startTestApp(
  appServer: AppServer = 'preview',
  isDemo = false,
): Promise<TestApp> {
  const clock = new MovableClock();
  const faults = new Faults(clock.now);
  const requests = new RequestLog();
  if (appServer === 'serve') return startServe({ clock, faults, requests }, isDemo);
  let fetch: Backend['fetch'] = () => new Response(null, { status: 503 });
  const middlewares: Plugin = {
    name: 'test-app',
    configurePreviewServer(server) {
      server.middlewares.use(requests.middleware);
      server.middlewares.use(faults.middleware);
      server.middlewares.use(backendMiddleware(() => fetch));
    },
  };
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    plugins: [securityHeadersPlugin(), middlewares, precompressed()],
    preview: { host: '127.0.0.1', port: 0, cors: false },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  const previewUrl = `http://localhost:${port}`;
  const nginx = appServer === 'nginx' ? await startNginx(previewUrl) : undefined;
  const appUrl = nginx?.url ?? previewUrl;
  const backend = await startBackend({
    appUrl,
    database: { kind: 'memory' },
    now: clock.now,
    secretKey: randomBytes(32),
    demo: isDemo,
  });
  fetch = backend.fetch;
  return {
    appUrl,
    backend,
    clock,
    faults,
    requests,
    async close() {
      faults.clear();
      await nginx?.stop();
      await server.close();
      await backend.close();
    },
  };
}

async function startServe(
  tools: Pick<TestApp, 'clock' | 'faults' | 'requests'>,
  demo: boolean,
): Promise<TestApp> {
  const { clock, faults, requests } = tools;
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  const server = await startServer({
    backend: {
      appUrl,
      database: { kind: 'memory' },
      now: clock.now,
      secretKey: randomBytes(32),
      demo,
    },
    dist: path.join(import.meta.dirname, '../../dist'),
    host: '127.0.0.1',
    port,
    trustedProxies: parseTrustedProxies(''),
    log: createLog('silent'),
    first: (incoming, outgoing, next) =>
      requests.middleware(incoming, outgoing, () => faults.middleware(incoming, outgoing, next)),
  });
  return {
    ...tools,
    appUrl,
    backend: server.backend,
    close: async () => {
      faults.clear();
      await server.stop();
    },
  };
}
