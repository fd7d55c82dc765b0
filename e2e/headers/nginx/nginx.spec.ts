import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { expect, test as base } from '../../support/test.ts';
import { cacheControl, securityHeaders } from '../security-headers.ts';
import { startNginx } from './start-nginx.ts';
import type { Nginx } from './start-nginx.ts';

const test = base.extend<object, { preview: TestApp; nginx: Nginx }>({
  preview: [
    async ({}, use) => {
      const preview = await startTestApp();
      await use(preview);
      await preview.close();
    },
    { scope: 'worker' },
  ],
  nginx: [
    async ({ preview }, use) => {
      const nginx = await startNginx(preview.appUrl);
      await use(nginx);
      await nginx.stop();
    },
    { scope: 'worker' },
  ],
});

const facts = { scriptHashes: [], styleHashes: [], backendOrigin: undefined };
const compared = [...Object.keys(securityHeaders(facts)), 'Cache-Control', 'Link'];
const assets = readdirSync(path.join(import.meta.dirname, '../../../dist/assets'));
const script = `/assets/${assets.find((name) => name.endsWith('.js'))}`;
const pages = `/ /?a=b /index.html /activate /activate?token=a /sign-in /sign-in/link /sign-in/second-step
  /set-up/passkey /turn-off/passkey /test/passkey /reset /organization /mfa /no/such/page /favicon.svg`;
const calls = '/mfa/status /user/profile /user/nothing /organization/users';

test.describe('nginx answers as the preview server does', () => {
  for (const address of [...pages.split(/\s+/), script, ...calls.split(' ')])
    test(address, async ({ preview, nginx }) => {
      const [ours, theirs] = await Promise.all(
        [nginx.url, preview.appUrl].map(async (url) => {
          const { status, headers, text } = await get(url + address);
          return { status, text, headers: compared.map((name) => [name, headers.get(name)]) };
        }),
      );
      expect(ours).toEqual(theirs);
    });

  test('a POST, with its body', async ({ preview, nginx }) => {
    const body = JSON.stringify({ email: `${randomUUID()}@example.com`, password: 'wrong' });
    const [ours, theirs] = await Promise.all(
      [nginx.url, preview.appUrl].map(async (url) => {
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(`${url}/user/login`, { method: 'POST', headers, body });
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(ours).toEqual(theirs);
    expect(ours?.status).toBe(401);
  });
});

test('A missing file is not found, with the headers, and its answer is not cached', async ({
  nginx,
}) => {
  const { status, headers } = await get(`${nginx.url}/assets/gone.js`);
  expect(status).toBe(404);
  expect(headers.get('Cache-Control')).toBeNull();
  for (const [name, value] of Object.entries(securityHeaders(facts)))
    expect(headers.get(name)).toBe(value);
});

test('The configuration files for hosts are not served', async ({ nginx }) => {
  const page = await get(nginx.url);
  for (const name of ['_headers', '_redirects', '_nginx.conf'])
    expect((await get(`${nginx.url}/${name}`)).text).toBe(page.text);
});

test('A file that never changes may be cached, and arrives compressed', async ({ nginx }) => {
  const { headers } = await get(nginx.url + script);
  expect(headers.get('Cache-Control')).toBe(cacheControl('/assets/'));
  expect(headers.get('Content-Encoding')).toBe('gzip');
  expect(headers.get('Vary')).toBe('Accept-Encoding');
  const { size } = statSync(path.join(import.meta.dirname, `../../../dist${script}.gz`));
  expect(headers.get('Content-Length'), 'as the build compressed it').toBe(String(size));
});

test("No log contains a link's token", async ({ nginx }) => {
  const token = randomUUID();
  await get(`${nginx.url}/activate?token=${token}`);
  await get(`${nginx.url}/sign-in/link?token=${token}`);
  await get(`${nginx.url}/sign-in?logged`);
  await expect.poll(() => nginx.readAccessLog()).toContain('/sign-in?logged');
  expect(await nginx.readAccessLog()).not.toContain(token);
});

async function get(url: string) {
  const answer = await fetch(url);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
