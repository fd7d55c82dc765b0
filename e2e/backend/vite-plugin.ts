import type { Connect, Plugin, ProxyOptions, ResolvedConfig } from 'vite';
import { backendMiddleware } from './backend-middleware.ts';
import { demoEmails, demoPassword } from './dev/demo-accounts.ts';
import { pathPattern } from './path-prefixes.ts';
import { readConfiguration } from './read-configuration.ts';
import { startBackend } from './start-backend.ts';
import type { Backend } from './start-backend.ts';

export { backendMiddleware };

/**
 * Mounts the backend into the dev and preview servers, configured by environment variables. Where
 * BACKEND_URL names another backend, its paths are proxied there instead.
 */
export function referenceBackend(): Plugin {
  const backendUrl = process.env['BACKEND_URL'];
  return {
    name: 'reference-backend',
    config: () =>
      backendUrl === undefined
        ? {}
        : { server: { proxy: proxyTo(backendUrl) }, preview: { proxy: proxyTo(backendUrl) } },
    configureServer: (server) =>
      mount(server.middlewares, server.config, server.config.server.port),
    configurePreviewServer: (server) =>
      mount(server.middlewares, server.config, server.config.preview.port),
  };

  async function mount(
    middlewares: Connect.Server,
    { base }: ResolvedConfig,
    port: number,
  ): Promise<void> {
    // Vitest starts its own dev server, which needs no backend.
    if (backendUrl !== undefined || process.env['VITEST'] !== undefined) return;
    const backend = await theBackend(port, base);
    middlewares.use(backendMiddleware(() => backend.fetch));
  }
}

function proxyTo(backendUrl: string): Record<string, ProxyOptions> {
  return { [pathPattern]: { target: backendUrl, changeOrigin: true } };
}

const started: unique symbol = Symbol.for('mfa-settings reference backend');
const holder = globalThis as typeof globalThis & { [started]?: Promise<Backend> };

/**
 * One backend per process: when its configuration changes, Vite starts the next dev server before
 * it closes the last one, and reloads this file. The backend ends with the process.
 */
function theBackend(port: number, base: string): Promise<Backend> {
  holder[started] ??= start(port, base);
  return holder[started];
}

async function start(port: number, base: string): Promise<Backend> {
  const read = await readConfiguration(process.env, port).catch(giveUp);
  const options = { ...read, appUrl: new URL(base, read.appUrl).href };
  const backend = await startBackend(options).catch(giveUp);
  console.log(`\n  App          ${options.appUrl}`);
  if (options.demo) {
    console.log(`  Mailbox      ${new URL('/dev/mailbox', options.appUrl).href}`);
    console.log(`  Sign in as   ${demoEmails.join(' or ')}`);
    console.log(`  Password     ${demoPassword}`);
  }
  return backend;
}

/**
 * A person has to fix what keeps the backend from starting, so print a sentence and no stack
 * trace.
 */
function giveUp(error: unknown): never {
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
