import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDatabase } from '../backend/testing/start-test-backend.ts';
import { parseTrustedProxies } from './client-address.ts';
import { createLog } from './server-log.ts';
import { startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';
import { writeSmallBuild } from './write-small-build.ts';

let dist: string;
let server: RunningServer;
const address = (port: number | undefined, path: string) => `http://localhost:${port}${path}`;

beforeAll(async () => {
  dist = await writeSmallBuild();
  server = await startServer({
    backend: {
      appUrl: 'http://localhost',
      database: await newDatabase(process.env['TEST_DATABASE_URL']),
      secretKey: randomBytes(32),
      demo: false,
    },
    dist,
    host: '127.0.0.1',
    port: 0,
    metricsPort: 0,
    trustedProxies: parseTrustedProxies(''),
    log: createLog('silent'),
  });
});
afterAll(async () => {
  await server.stop();
  await rm(dist, { recursive: true });
});

/** A call of the API, in process: its address on the wire has the port, which the host lacks. */
const call = async (method: string, path: string, body?: unknown) =>
  server.backend.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', Authorization: 'Bearer secret-token' },
      body: body === undefined ? null : JSON.stringify(body),
    }),
  );
const metrics = async () => (await fetch(address(server.metricsPort, '/metrics'))).text();

it('[B12] Calls are counted by the pattern of their path, and nothing says who made them', async () => {
  await call('POST', '/user/login', { email: 'ada@example.com', password: 'a secret' });
  await call('GET', '/devices/0b7c2f6e-1111-4222-8333-444455556666');
  await call('GET', '/mfa/no-such-call');
  await call('BREW', '/mfa/status');
  const text = await metrics();
  expect(text).toMatch(
    /^mfa_call_duration_seconds_count\{method="POST",path="\/user\/login",status="401"\} 1$/m,
  );
  expect(text).toMatch(/_count\{method="GET",path="\/devices\/:\w+",status="401"\} 1$/m);
  expect(text).toMatch(/_count\{method="other",path="other",status="404"\} 1$/m);
  expect(text).toMatch(/_count\{method="other",path="other",status="405"\} 1$/m);
  expect(text).not.toMatch(/ada|secret|0b7c2f6e|no-such-call|BREW/);
});

it('The mails that wait for a mail server are counted, and the process is measured', async () => {
  const text = await metrics();
  expect(text).toMatch(/^mfa_outbox_mails 0$/m);
  expect(text).toMatch(/^process_cpu_seconds_total \d/m);
});

it('The metrics are on a port of their own', async () => {
  const onApp = await fetch(address(server.port, '/metrics'));
  expect(await onApp.text()).not.toContain('mfa_call');
  expect((await fetch(address(server.metricsPort, '/'))).status).toBe(404);
  const posted = await fetch(address(server.metricsPort, '/metrics'), { method: 'POST' });
  expect(posted.status).toBe(405);
});
