import { execFileSync } from 'node:child_process';
import { X509Certificate, createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { isBackendPath } from '../backend/path-prefixes.ts';
import { startBackend } from '../backend/start-backend.ts';
import type { Backend } from '../backend/start-backend.ts';
import { makeCertificate } from '../headers/servers/make-certificate.ts';
import { precompressed } from '../headers/precompressed.ts';
import { cacheControl } from '../headers/security-headers.ts';
import { hankoApi } from './hanko-api.ts';
import { readHeaders } from '../headers/read-headers.ts';
import type { Headers } from '../headers/read-headers.ts';
import { serveSite } from './serve-site.ts';

const appFolder = path.join(import.meta.dirname, '../../dist');

/**
 * Builds the pages that the app is compared with, and serves all three. The app is built already.
 */
export async function serveSites() {
  const certificate = createCertificate();
  execFileSync('npm', ['ci', '--ignore-scripts', '--silent'], {
    cwd: path.join(import.meta.dirname, 'hanko'),
    stdio: 'inherit',
  });
  const { common, headersOf } = readHeaders(appFolder);
  // Of the rule for all: nothing preloads what only the app has.
  const others = (url: string): Headers => ({
    ...common,
    'Cache-Control': cacheControl(url),
  });
  const blank = await serveSite({
    certificate,
    folder: await buildPage('blank'),
    headersFor: others,
    api: () => false,
  });
  const hanko = await serveSite({
    certificate,
    folder: await buildPage('hanko'),
    headersFor: (url) => ({ ...others(url), ...allowHanko(others(url)) }),
    api: hankoApi,
  });
  let fetch: Backend['fetch'] = () => new Response(null, { status: 503 });
  const answer = getRequestListener(
    (request, { incoming }) => fetch(request, incoming.socket.remoteAddress),
    { overrideGlobalObjects: false },
  );
  const app = await serveSite({
    certificate,
    folder: appFolder,
    headersFor: headersOf,
    api: (request, response) => {
      if (!isBackendPath(request.url)) return false;
      void answer(request, response);
      return true;
    },
  });
  const secretKey = randomBytes(32);
  const backend = await startBackend({
    appUrl: app.url,
    database: { kind: 'memory' },
    secretKey,
    demo: false,
  });
  fetch = backend.fetch;
  return {
    blank,
    hanko,
    app,
    backend,
    secretKey,
    publicKeyHash: certificate.publicKeyHash,
    close: async () => {
      for (const site of [blank, hanko, app]) site.close();
      await backend.close();
    },
  };
}

export type Sites = Awaited<ReturnType<typeof serveSites>>;

/** A certificate, and the hash of its key by which a browser can be told to trust it. */
function createCertificate() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const files = makeCertificate(folder);
  const cert = readFileSync(files.certificate, 'utf8');
  const key = readFileSync(files.key, 'utf8');
  rmSync(folder, { recursive: true });
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { cert, key, publicKeyHash: createHash('sha256').update(publicKey).digest('base64') };
}

/** Builds a page as the app is built. Returns the folder. */
async function buildPage(name: string): Promise<string> {
  const outDir = path.join(import.meta.dirname, '../.results/bench', name);
  await build({
    root: path.join(import.meta.dirname, name),
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), precompressed()],
    build: { outDir, emptyOutDir: true, modulePreload: false, target: 'chrome123' },
  });
  return outDir;
}

/** Hanko inserts inline styles and has no Trusted Types: it does not run with the app's policy. */
function allowHanko(headers: Headers): Headers {
  const policy = (headers['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
    if (directive.startsWith('style-src')) return "style-src 'self' 'unsafe-inline'";
    return /trusted-types/.test(directive) ? '' : directive;
  });
  return { 'Content-Security-Policy': policy.filter(Boolean).join('; ') };
}
