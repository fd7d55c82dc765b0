import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDatabase } from '../backend/testing/start-test-backend.ts';
import { parseTrustedProxies } from './client-address.ts';
import { createLog } from './server-log.ts';
import { startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';
import { page, script, writeSmallBuild } from './write-small-build.ts';

const appUrl = 'https://mfa.example.com';
const asset = '/assets/app-1a2b.js';
let dist: string;
let server: RunningServer;
/** The lines of the log. */
const logged: Record<string, unknown>[] = [];

beforeAll(async () => {
  dist = await writeSmallBuild();
  server = await start('127.0.0.0/8');
});
afterAll(async () => {
  await server.stop();
  await rm(dist, { recursive: true });
});

async function start(
  trusted: string,
  place: { appUrl: string; dist: string } = { appUrl, dist },
): Promise<RunningServer> {
  const log = createLog('info', {
    write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>),
  });
  return startServer({
    backend: {
      appUrl: place.appUrl,
      database: await newDatabase(process.env['TEST_DATABASE_URL']),
      secretKey: randomBytes(32),
      demo: false,
    },
    dist: place.dist,
    host: '127.0.0.1',
    port: 0,
    apiHost: 'api.example.com',
    trustedProxies: parseTrustedProxies(trusted),
    log,
  });
}

interface Reply {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function open({ port }: RunningServer, path: string, options: RequestOptions = {}) {
  const headers = { Host: 'mfa.example.com', ...options.headers };
  return request({ host: '127.0.0.1', port, path, agent: false, ...options, headers });
}

async function send(
  path: string,
  options: RequestOptions & { body?: unknown } = {},
): Promise<Reply> {
  return sendTo(server, path, options);
}

async function sendTo(
  to: RunningServer,
  path: string,
  { body, ...options }: RequestOptions & { body?: unknown } = {},
): Promise<Reply> {
  const headers = {
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
    ...options.headers,
  };
  const sent = open(to, path, { method: body === undefined ? 'GET' : 'POST', ...options, headers });
  sent.end(body === undefined ? undefined : JSON.stringify(body));
  return read(sent);
}

async function read(sent: ReturnType<typeof request>): Promise<Reply> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks = (await response.toArray()) as Buffer[];
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

const resetFor = (forwarded: string) => ({
  body: { email: 'nobody@example.com' },
  headers: { 'X-Forwarded-For': forwarded },
});
const resetPath = '/user/request-reset-password';

describe('The built app', () => {
  it('is answered with its headers, compressed where the browser takes it', async () => {
    const plain = await send(asset);
    const small = await send(asset, { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(plain.body.toString()).toBe(script);
    expect(brotliDecompressSync(small.body).toString()).toBe(script);
    expect(small.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'",
      vary: 'Accept-Encoding',
    });
    expect(small.headers.etag).not.toBe(plain.headers.etag);
  });

  it('answers every address of the app with its page, and its preloads', async () => {
    for (const path of [
      '/',
      '/sign-in?returnTo=%2F',
      '/set-up/passkey',
      '/_headers',
      '/index.html.br',
    ])
      expect((await send(path)).body.toString()).toBe(page);
    const { headers } = await send('/sign-in');
    expect(headers['link']).toBe(`<${asset}>; rel=modulepreload`);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('is not sent again where the browser has it', async () => {
    const { etag } = (await send('/')).headers;
    const again = await send('/', { headers: { 'If-None-Match': `"other", W/${etag}` } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it('A chunk of an older build is not found', async () => {
    const { status, headers } = await send('/assets/gone.js');
    expect(status).toBe(404);
    expect(headers['cache-control']).toBeUndefined();
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('has well-known addresses, and takes no other method than GET and HEAD', async () => {
    expect((await send('/.well-known/change-password')).headers.location).toBe('/password');
    expect(JSON.parse((await send('/.well-known/passkey-endpoints')).body.toString())).toEqual({
      enroll: `${appUrl}/set-up/passkey`,
      manage: `${appUrl}/passkeys`,
    });
    expect((await send('/', { method: 'POST' })).status).toBe(405);
    const head = await send('/', { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(head.headers['content-length']).toBe(String(page.length));
  });
});

describe('The backend', () => {
  it('answers under the same origin, with the security headers', async () => {
    const { status, headers, body } = await send('/mfa/status');
    expect(status).toBe(401);
    expect(JSON.parse(body.toString())).toEqual({ success: false, error: 'Unauthorized' });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
  });

  it('[B15, CVE-2026-45364] counts by the address that a trusted proxy gives, whatever stands before it', async () => {
    for (let count = 0; count < 3; count += 1)
      expect((await send(resetPath, resetFor(`${count}.1.1.1, 203.0.113.1`))).status).toBe(200);
    expect((await send(resetPath, resetFor('9.1.1.1, 203.0.113.1'))).status).toBe(429);
    expect((await send(resetPath, resetFor('9.1.1.1, 203.0.113.2'))).status).toBe(200);
  });

  it('[B15, CVE-2026-45364] counts by the socket where no proxy is trusted', async () => {
    const alone = await start('');
    const statuses = [];
    for (let count = 0; count < 4; count += 1)
      statuses.push((await sendTo(alone, resetPath, resetFor(`203.0.113.${count}`))).status);
    await alone.stop();
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

describe('Below a path of its host', () => {
  let below: RunningServer;
  let folder: string;
  beforeAll(async () => {
    folder = await writeSmallBuild('/account/');
    below = await start('', { appUrl: `${appUrl}/account`, dist: folder });
  });
  afterAll(async () => {
    await below.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['/account/', 200, undefined],
    ['/account/no/such/page', 200, undefined],
    [`/account${asset}`, 200, undefined],
    ['/account/assets/gone.js', 404, undefined],
    ['/account', 302, '/account/'],
    ['/', 302, '/account/'],
    ['/.well-known/change-password', 302, '/account/password'],
    ['/elsewhere', 404, undefined],
    [asset, 404, undefined],
    ['/mfa/status', 401, undefined],
  ])('%s gets %i', async (path, status, location) => {
    const { headers, ...answer } = await sendTo(below, path);
    expect([answer.status, headers.location]).toEqual([status, location]);
    expect(headers['content-security-policy']).toBe("default-src 'none'");
  });

  it('its files keep their rules', async () => {
    const { headers } = await sendTo(below, `/account${asset}`);
    expect(headers['cache-control']).toContain('immutable');
    expect((await sendTo(below, '/account/sign-in')).headers['link']).toContain('/account/assets');
  });

  it('mails link there', async () => {
    await below.backend.createUser({ email: 'ada@example.com', password: 'p' });
    await sendTo(below, resetPath, { body: { email: 'ada@example.com' } });
    await below.backend.mailsSent();
    const [mail] = below.backend.inbox?.messages() ?? [];
    expect(mail?.text).toContain(`\n${appUrl}/account/reset-password?token=`);
    expect(mail?.text).toContain(`${appUrl}/account/not-me`);
  });

  it('a build for another path is refused', async () => {
    const elsewhere = { appUrl: `${appUrl}/settings`, dist: folder };
    await expect(start('', elsewhere)).rejects.toThrow(
      'APP_URL ends with /settings/, but the build is for /account/.',
    );
  });
});

describe('Names', () => {
  it.each([
    ['mfa.example.com:443', 200],
    ['MFA.EXAMPLE.COM', 200],
    ['evil.example', 421],
    ['mfa.example.com:8080', 421],
    ['127.0.0.1', 421],
    ['mfa.example.com.evil.example', 421],
    ['user@mfa.example.com', 400],
    ['a b', 400],
  ])('[B3] A request for %s gets %i', async (host, status) => {
    expect((await send('/', { headers: { Host: host } })).status).toBe(status);
    expect((await send('/mfa/status', { headers: { Host: host } })).status).toBe(
      status === 200 ? 401 : status,
    );
  });

  it('[B3, CVE-2025-64101] The proxy form of a request is refused, and other headers name no host', async () => {
    expect((await send('http://mfa.example.com/')).status).toBe(400);
    const headers = { Host: 'evil.example', 'X-Forwarded-Host': 'mfa.example.com' };
    expect((await send('/', { headers })).status).toBe(421);
  });

  it('A name for the backend alone gets its calls, and no page', async () => {
    const headers = { Host: 'api.example.com' };
    expect((await send('/mfa/status', { headers })).status).toBe(401);
    expect((await send('/', { headers })).status).toBe(404);
  });

  it('Checks of the process need no name', async () => {
    const headers = { Host: '10.0.0.7:3000' };
    expect((await send('/healthz', { headers })).status).toBe(200);
    expect((await send('/readyz', { headers })).status).toBe(200);
  });
});

describe('The log', () => {
  it('[B12] has a line for each request, with the ID in its answer, and no secret', async () => {
    const { headers } = await send('/activate?token=secret-token', {
      headers: { 'X-Forwarded-For': '203.0.113.77', Authorization: 'Bearer secret-access' },
    });
    const body = { email: 'ada@example.com', password: 'secret-password' };
    const login = await send('/user/login?code=secret-code', { body });
    const line = (id: unknown) => logged.find(({ requestId }) => requestId === id);
    await expect.poll(() => line(login.headers['x-request-id'])).toBeDefined();
    expect(line(headers['x-request-id'])).toMatchObject({
      level: 'info',
      msg: 'request',
      method: 'GET',
      path: '/activate',
      status: 200,
      network: '203.0.113.0/24',
    });
    expect(line(login.headers['x-request-id'])).toMatchObject({ path: '/user/login', status: 401 });
    expect(JSON.stringify(logged)).not.toMatch(/secret|203\.0\.113\.77|ada@/);
  });

  it('[B12] tells which request failed unexpectedly, without the message of the error', async () => {
    const broken = await start('');
    broken.backend.database.transaction = async () => {
      throw new Error('secret parameters');
    };
    const reply = await sendTo(broken, resetPath, resetFor(''));
    await broken.stop();
    expect(reply.status).toBe(500);
    const failure = logged.find(({ level }) => level === 'error');
    expect(failure).toMatchObject({
      msg: `POST ${resetPath}`,
      requestId: reply.headers['x-request-id'],
      causes: ['Error'],
    });
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});

describe('Stopping', () => {
  it('finishes what has begun, is not ready, and accepts nothing new', async () => {
    const stopped = await start('');
    const body = JSON.stringify({ email: 'nobody@example.com' });
    const slow = open(stopped, resetPath, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length },
    });
    slow.write(body.slice(0, 5));
    expect((await sendTo(stopped, '/readyz')).status).toBe(200);
    const impatience = new AbortController();
    const stop = stopped.stop(60_000, impatience.signal);
    expect((await sendTo(stopped, '/readyz')).status).toBe(503);
    expect((await sendTo(stopped, '/healthz')).status).toBe(200);
    impatience.abort();
    const refused = async () => {
      const socket = connect(stopped.port, '127.0.0.1');
      const [event] = await Promise.race([
        once(socket, 'connect').then(() => ['open']),
        once(socket, 'close').then(() => ['closed']),
      ]).catch(() => ['refused']);
      socket.destroy();
      return event;
    };
    await expect.poll(refused).toBe('refused');
    slow.end(body.slice(5));
    const reply = await read(slow);
    expect(reply.status).toBe(200);
    expect(reply.headers.connection).toBe('close');
    await stop;
  });

  it('A server whose database is gone is alive and not ready', async () => {
    const lost = await start('');
    lost.backend.database.execute = () => {
      throw new Error('The connection is gone');
    };
    expect((await sendTo(lost, '/readyz')).status).toBe(503);
    expect((await sendTo(lost, '/healthz')).status).toBe(200);
    await lost.stop();
  });
});

it('Without a build, it does not start, and says what to run', async () => {
  const folder = dist;
  dist = '/nowhere';
  await expect(start('')).rejects.toThrow('There is no build in /nowhere. Run: npm run build');
  dist = folder;
});
