import { settingsRead, signInAt } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test('The page may call its backend on the other origin, and nothing else', async ({
  page,
  user,
  site,
  app,
}) => {
  const answer = await page.goto('./');
  expect(answer?.headers()['content-security-policy']).toContain(
    `connect-src 'self' ${site.backendUrl};`,
  );
  await signInAt(page, user);
  await settingsRead(page);
  expect(new URL(page.url()).origin).toBe(app.origin);
  expect(app.origin).not.toBe(site.backendUrl);
});

test('What the backend says by headers arrives across origins', async ({
  page,
  user,
  site,
  faults,
}) => {
  await signInAt(page, user);
  await settingsRead(page);
  const [seen, allowed] = await page.evaluate(async (url) => {
    const { headers } = await fetch(`${url}/mfa/status`);
    return [
      ['Date', 'X-Request-Id'].map((name) => headers.has(name)),
      headers.get('Vary'),
    ] as const;
  }, site.backendUrl);
  expect(seen).toEqual([true, true]);
  expect(allowed, 'not exposed').toBeNull();
  faults.clear();
});

test('Another origin gets no answer', async ({ request, site }) => {
  const answer = await request.get(`${site.backendUrl}/mfa/status`, {
    headers: { Origin: 'https://evil.example' },
  });
  expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
  expect(answer.headers()['vary']).toContain('Origin');
});
