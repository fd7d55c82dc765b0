import { scriptHashes, styleHashes } from '../headers/script-hashes.ts';
import { cacheControl, securityHeaders } from '../headers/security-headers.ts';
import { signInAt } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('[A3] Every answer carries the headers: pages, files and the API', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const headers = securityHeaders({
    scriptHashes: scriptHashes(html),
    styleHashes: styleHashes(html),
    backendOrigin: undefined,
  });
  const expected = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const script = /<script[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
  const caching = {
    '/': 'no-cache',
    '/activate': 'no-cache',
    '/organization': 'no-cache',
    '/your-devices': 'no-cache',
    '/reset-password': 'no-cache',
    '/no/such/page': 'no-cache',
    [script]: cacheControl('/assets/'),
    '/mfa/status': 'no-store',
    '/organization/users': 'no-store',
  };
  for (const [address, cache] of Object.entries(caching)) {
    const answer = (await request.get(address)).headers();
    expect(answer, address).toMatchObject(Object.fromEntries(expected));
    expect(answer['cache-control'], address).toBe(cache);
  }
});

test('A file of an older build is not found, and its answer is not cached', async ({ request }) => {
  const answer = await request.get('/assets/gone.js');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['cache-control']).toBeUndefined();
});

test('Pages and files arrive as the build has compressed them', async ({ app }) => {
  const html = await (await fetch(app.appUrl)).text();
  const script = /<script[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
  const read = async (address: string, encoding: string) => {
    const headers = { 'Accept-Encoding': encoding };
    const answer = await fetch(app.appUrl + address, { headers });
    expect(answer.headers.get('Vary'), address).toBe('Accept-Encoding');
    return {
      type: answer.headers.get('Content-Type')?.split(';')[0],
      encoding: answer.headers.get('Content-Encoding'),
      bytes: Number(answer.headers.get('Content-Length')),
      text: await answer.text(),
    };
  };
  for (const address of ['/', '/activate?token=a', '/no/such/page', script]) {
    const { type, text, encoding: none } = await read(address, 'identity');
    expect(none, address).toBeNull();
    if (address !== script) expect(text, address).toBe(html);
    for (const encoding of ['br', 'gzip']) {
      const compressed = await read(address, encoding);
      expect(compressed, address).toMatchObject({ type, text, encoding });
      expect(compressed.bytes, address).toBeLessThan(text.length * 0.7);
    }
  }
});

test('Password managers find where the password is changed and passkeys are managed', async ({
  page,
  request,
  app,
  user,
}) => {
  const redirect = await request.get('/.well-known/change-password', { maxRedirects: 0 });
  expect(redirect.status()).toBe(302);
  expect(redirect.headers()['location']).toBe('/password');
  const endpoints = await request.get('/.well-known/passkey-endpoints');
  expect(endpoints.headers()['content-type']).toBe('application/json');
  expect(await endpoints.json()).toEqual({
    enroll: `${app.appUrl}/set-up/passkey`,
    manage: `${app.appUrl}/passkeys`,
  });
  await signInAt(page, user, '/.well-known/change-password');
  await expect(page.getByRole('heading', { name: 'Change password' })).toBeVisible();
});
