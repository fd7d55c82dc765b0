import { scriptHashes } from '../headers/script-hashes.ts';
import { cacheControl, securityHeaders } from '../headers/security-headers.ts';
import { expect, test } from '../support/test.ts';

test('[A3] Every answer carries the headers: pages, files and the API', async ({ request }) => {
  const html = await (await request.get('/')).text();
  const headers = securityHeaders({ scriptHashes: scriptHashes(html), backendOrigin: undefined });
  const expected = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const script = /<script[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
  const caching = {
    '/': 'no-cache',
    '/activate': 'no-cache',
    '/organization': 'no-cache',
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
