import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startTestApp } from '../../support/test-app.ts';
import type { Site } from '../../support/site.ts';
import type { AppServer, TestApp } from '../../support/test-app.ts';
import { expect, test as base } from '../../support/test.ts';
import { freePort } from '../../workshop/free-port.ts';
import { readHeaders } from '../read-headers.ts';
import { cacheControl } from '../security-headers.ts';
import { startCaddy } from './start-caddy.ts';
import { startNginx } from './start-nginx.ts';
import type { WebServer } from './start-nginx.ts';

const start = (appServer: AppServer, backend: string, site: Site): Promise<WebServer> =>
  appServer === 'caddy' ? startCaddy(backend, site) : startNginx(backend, site);

const test = base.extend<object, { preview: TestApp; server: WebServer }>({
  preview: [
    async ({ site }, use) => {
      const preview = await startTestApp({ site });
      await use(preview);
      await preview.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ preview, appServer, site }, use) => {
      const server = await start(appServer, preview.origin, site);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
});

/** Below the app's address; `script` stands for a file that never changes. */
const pages = `script ?a=b index.html activate activate?token=a sign-in sign-in/link sign-in/second-step
  set-up/passkey turn-off/passkey test/passkey reset organization mfa no/such/page favicon.svg`;
/** On the host. */
const calls = '/mfa/status /user/profile /user/nothing /organization/users';
const wellKnown = '/.well-known/change-password /.well-known/passkey-endpoints';

const scriptOf = (dist: string) =>
  `assets/${readdirSync(path.join(dist, 'assets')).find((name) => name.endsWith('.js'))}`;

test.describe('The server answers as the preview server does', () => {
  for (const name of ['', ...pages.split(/\s+/)])
    test(`the page ${name}`, async ({ preview, server, site }) => {
      const address = site.base + (name === 'script' ? scriptOf(site.dist) : name);
      const compared = [...Object.keys(readHeaders(site.dist).common), 'Cache-Control', 'Link'];
      const [ours, theirs] = await Promise.all(
        [server.url, preview.origin].map(async (host) => {
          const { status, headers, text } = await get(host + address);
          return { status, text, headers: compared.map((each) => [each, headers.get(each)]) };
        }),
      );
      expect(ours).toEqual(theirs);
    });

  for (const address of [...calls.split(' '), ...wellKnown.split(' ')])
    test(address, async ({ preview, server, site }) => {
      const isCall = calls.includes(address);
      const compared = isCall
        ? [...Object.keys(readHeaders(site.dist).common), 'Cache-Control', 'Content-Type']
        : ['Location', 'Content-Type'];
      const [ours, theirs] = await Promise.all(
        [server.url, preview.origin].map(async (host) => {
          const { status, headers, text } = await get(host + address);
          return {
            status,
            // nginx has a page of its own for a redirect.
            text: status === 302 ? '' : text.replaceAll(host, 'host'),
            headers: compared.map((each) => [each, status === 302 ? null : headers.get(each)]),
            location: headers.get('Location'),
          };
        }),
      );
      expect(ours).toEqual(theirs);
    });

  test('a POST, with its body', async ({ preview, server }) => {
    const body = JSON.stringify({ email: `${randomUUID()}@example.com`, password: 'wrong' });
    const [ours, theirs] = await Promise.all(
      [server.url, preview.origin].map(async (host) => {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(`${host}/user/login`, { method: 'POST', headers, body });
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(ours).toEqual(theirs);
    expect(ours?.status).toBe(401);
  });
});

test('A missing file is not found, with the headers, and its answer is not cached', async ({
  server,
  site,
}) => {
  const { status, headers } = await get(`${server.url}${site.base}assets/gone.js`);
  expect(status).toBe(404);
  expect(headers.get('Cache-Control')).toBeNull();
  for (const [name, value] of Object.entries(readHeaders(site.dist).common))
    expect(headers.get(name), name).toBe(value);
});

test("The server's own errors have the headers, too", async ({ appServer, site }) => {
  const nobody = `http://localhost:${String(await freePort())}`;
  const server = await start(appServer, nobody, site);
  try {
    const gone = await get(`${server.url}/mfa/status`);
    const body = new Uint8Array(2_000_000);
    const large = await fetch(`${server.url}/user/login`, { method: 'POST', body });
    expect(gone.status).toBe(502);
    // Caddy leaves the size of a body to the backend.
    expect(large.status).toBe(appServer === 'nginx' ? 413 : 502);
    for (const { headers } of [gone, large]) {
      expect(headers.get('Cache-Control')).toBeNull();
      for (const [name, value] of Object.entries(readHeaders(site.dist).common))
        expect(headers.get(name), name).toBe(value);
    }
  } finally {
    await server.stop();
  }
});

test('The configuration files for hosts are not served', async ({ server, site }) => {
  const page = await get(server.url + site.base);
  for (const name of ['_headers', '_redirects', '_nginx.conf', '_Caddyfile'])
    expect((await get(server.url + site.base + name)).text).toBe(page.text);
});

test('A file that never changes may be cached, and arrives as the build compressed it', async ({
  server,
  appServer,
  site,
}) => {
  const script = scriptOf(site.dist);
  const { headers, text } = await get(`${server.url}${site.base}${script}`);
  expect(headers.get('Cache-Control')).toBe(cacheControl('/assets/'));
  expect(headers.get('Vary')).toBe('Accept-Encoding');
  // Debian's nginx has no brotli.
  const [encoding, extension] = appServer === 'caddy' ? ['br', '.br'] : ['gzip', '.gz'];
  expect(headers.get('Content-Encoding')).toBe(encoding);
  const { size } = statSync(path.join(site.dist, script + extension));
  const length = headers.get('Content-Length');
  // Caddy sends it in chunks.
  if (appServer === 'nginx') expect(length).toBe(String(size));
  const plain = await get(`${server.url}${site.base}${script}`, 'identity');
  expect(plain.headers.get('Content-Encoding')).toBeNull();
  expect(plain.headers.get('Vary')).toBe('Accept-Encoding');
  expect(plain.text).toBe(text);
});

test('Below a path, the app is found without its last slash, and the rest of the host is left alone', async ({
  server,
  site,
}) => {
  test.skip(site.base === '/', 'Only for an app below a path.');
  const { status, headers } = await get(server.url + site.base.slice(0, -1));
  expect([status, headers.get('Location')]).toEqual([308, site.base]);
  const other = await get(`${server.url}/somewhere`);
  expect(other.headers.get('Content-Security-Policy')).toBeNull();
});

test("No log contains a link's token", async ({ server, site }) => {
  const token = randomUUID();
  for (const page of ['activate', 'sign-in/link', 'reset-password'])
    await get(`${server.url}${site.base}${page}?token=${token}`);
  await get(`${server.url}${site.base}sign-in?logged`);
  await expect.poll(() => server.readAccessLog()).toContain('sign-in?logged');
  expect(await server.readAccessLog()).not.toContain(token);
});

async function get(url: string, encoding = 'gzip, br') {
  const answer = await fetch(url, {
    headers: { 'Accept-Encoding': encoding },
    redirect: 'manual',
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
