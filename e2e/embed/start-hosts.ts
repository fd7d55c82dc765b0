import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { preview } from 'vite';
import type { Plugin } from 'vite';
import { startBackend } from '../backend/start-backend.ts';
import type { Backend } from '../backend/start-backend.ts';
import { backendMiddleware } from '../backend/vite-plugin.ts';
import { Faults } from '../support/faults.ts';
import { MovableClock } from '../support/movable-clock.ts';
import { RequestLog } from '../support/request-log.ts';
import type { TestApp } from '../support/test-app.ts';

/** What e2e/embed/build-hosts.ts writes. */
export const hostsFolder = path.join(import.meta.dirname, '../.results/embed/hosts');

/** The page of the element allows no more than the settings need. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A site whose pages have the settings within them, and the reference backend on the same origin. */
export async function startHosts(): Promise<TestApp> {
  const clock = new MovableClock();
  const faults = new Faults(clock.now);
  const requests = new RequestLog();
  let fetch: Backend['fetch'] = () => new Response(null, { status: 503 });
  const site: Plugin = {
    name: 'hosts',
    configurePreviewServer({ middlewares }) {
      middlewares.use(requests.middleware);
      middlewares.use(faults.middleware);
      middlewares.use(backendMiddleware(() => fetch));
      middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/element.html'))
          response.setHeader('Content-Security-Policy', policy);
        next();
      });
    },
  };
  const server = await preview({
    configFile: false,
    logLevel: 'warn',
    appType: 'mpa',
    build: { outDir: hostsFolder },
    plugins: [site],
    preview: { host: '127.0.0.1', port: 0, cors: false },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  const origin = `http://localhost:${String(port)}`;
  const backend = await startBackend({
    appUrl: origin,
    database: { kind: 'memory' },
    now: clock.now,
    secretKey: randomBytes(32),
    demo: false,
  });
  fetch = backend.fetch;
  return {
    origin,
    appUrl: origin,
    backend,
    clock,
    faults,
    requests,
    async close() {
      faults.clear();
      await server.close();
      await backend.close();
    },
  };
}
