/**
 * `npm run headers:score`: MDN HTTP Observatory's grades of the preview server and nginx. Fails
 * below A+, or when one of its tests fails.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { preview } from 'vite';
import { makeCertificate } from '../servers/make-certificate.ts';
import { startNginx } from '../servers/start-nginx.ts';
import { securityHeadersPlugin } from '../vite-plugin.ts';
import { fetchObservatory } from './fetch-observatory.ts';
import { scan } from './scan.ts';

const scanner = fetchObservatory();
const folder = mkdtempSync(path.join(tmpdir(), 'observatory-'));
// Strict-Transport-Security only counts over TLS with a trusted certificate.
const certificate = makeCertificate(folder);
const server = await preview({
  configFile: false,
  logLevel: 'warn',
  plugins: [securityHeadersPlugin()],
  preview: {
    host: '127.0.0.1',
    port: 0,
    cors: false,
    https: { cert: readFileSync(certificate.certificate), key: readFileSync(certificate.key) },
  },
});
const { port } = server.httpServer.address() as AddressInfo;
const previewUrl = `https://localhost:${String(port)}`;
const nginx = await startNginx(previewUrl, undefined, certificate);
try {
  for (const [name, url] of Object.entries({ 'preview server': previewUrl, nginx: nginx.url })) {
    const { host } = new URL(url);
    const { scan: whole, tests } = await scan(scanner, host, certificate.certificate);
    console.log(`${name}: ${whole.grade}, ${String(whole.score)}`);
    for (const [test, { result, pass, scoreModifier }] of Object.entries(tests))
      console.log(`  ${pass ? 'ok    ' : 'FAILED'} ${test}: ${result} (${String(scoreModifier)})`);
    // Extra points can hide a failed test, so check both.
    const isWhole = whole.grade === 'A+' && Object.values(tests).every(({ pass }) => pass);
    if (!isWhole) process.exitCode = 1;
  }
} finally {
  await nginx.stop();
  await server.close();
  rmSync(folder, { recursive: true });
}
