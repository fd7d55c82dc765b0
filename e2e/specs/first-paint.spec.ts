import type { Page } from '@playwright/test';
import { allAnswered } from '../support/all-answered.ts';
import { holdScripts, open } from '../support/hold-scripts.ts';
import { methodRow, settingsHeading, settingsRead, signInButton } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { watchJumps } from '../support/watch-jumps.ts';

const reads = ['GET /mfa/status', 'GET /mfa/methods', 'GET /user/profile'];

/** Where the parts of the page are, and in which colours. */
const look = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, header, h1, h2, main, .card, .method-row, .skeleton')]
      .filter((part) => part.checkVisibility())
      .map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const { color, backgroundColor } = getComputedStyle(part);
        return `${part.tagName} ${part.className} ${[x, y, width, height, color, backgroundColor].join(' ')}`;
      })
      // As tall as all that it holds, and React adds more below.
      .slice(1),
  );

for (const colorScheme of ['light', 'dark'] as const)
  test(`Before the script has loaded, a person sees the page that the script then shows, in ${colorScheme} colours @phone`, async ({
    signedIn: page,
    faults,
    requests,
  }) => {
    await page.emulateMedia({ colorScheme });
    const release = faults.hold('GET /mfa/methods');
    const goOn = await holdScripts(page);
    requests.clear();
    await open(page, '/');
    await expect(settingsHeading(page)).toBeVisible();
    await expect(page.locator('.method-row')).toHaveCount(3);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByText(/Passkey|Authenticator app|Magic link/)).toHaveCount(0);
    // The data is on its way beside the script.
    for (const read of reads) await expect.poll(() => requests.count(read)).toBe(1);
    const before = await look(page);
    goOn();
    await expect(page.getByRole('button', { name: 'Account' })).toBeVisible();
    expect(await look(page)).toEqual(before);
    release();
    await settingsRead(page);
    for (const read of reads) expect(requests.count(read), read).toBe(1);
  });

test('Whoever is signed out sees no room for methods that never come', async ({ page }) => {
  const goOn = await holdScripts(page);
  await open(page, '/');
  await expect(page.getByText('Account security')).toBeVisible();
  await expect(settingsHeading(page)).toBeHidden();
  await expect(page.locator('.skeleton').first()).toBeHidden();
  goOn();
  await expect(signInButton(page)).toBeVisible();
});

test('A page of its own, such as the sign-in, shows no room for methods', async ({
  signedIn: page,
}) => {
  const goOn = await holdScripts(page);
  await open(page, '/organization');
  await expect(page.getByText('Account security')).toBeVisible();
  await expect(settingsHeading(page)).toBeHidden();
  goOn();
  await expect(page.getByText('This page is for administrators')).toBeVisible();
});

test('A browser without JavaScript says what the page needs', async ({ app, browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: app.appUrl });
  const page = await context.newPage();
  await page.goto('/');
  await expect(
    page.locator('noscript p', { hasText: 'This page needs JavaScript.' }),
  ).toBeVisible();
  await expect(settingsHeading(page)).toBeHidden();
  await context.close();
});

test.describe('What the page reads first', () => {
  for (const address of ['/', '/set-up/passkey', '/reset'])
    test(`is requested once at ${address}`, async ({ signedIn: page, requests }) => {
      requests.clear();
      await page.goto(address);
      await settingsRead(page);
      for (const read of reads) expect(requests.count(read), read).toBe(1);
    });

  test('[A5] is refused, so the session is refreshed once and each call repeated once', async ({
    signedIn: page,
    faults,
    requests,
  }) => {
    const unauthorized = { status: 401, body: { success: false, error: 'Unauthorized' } };
    for (const read of reads) faults.answer(read, unauthorized, { times: 1 });
    requests.clear();
    await page.reload();
    await settingsRead(page);
    expect(requests.count('POST /user/refresh')).toBe(1);
    for (const read of reads) expect(requests.count(read), read).toBe(2);
  });

  test('waits for new tokens where the old ones have nearly expired', async ({
    page,
    openSettings,
    clock,
    requests,
  }) => {
    await clock.follow(page);
    await openSettings();
    await clock.advance(59.5 * 60_000);
    await allAnswered(page);
    requests.clear();
    await page.reload();
    await settingsRead(page);
    expect(requests.count('POST /user/refresh')).toBeLessThanOrEqual(1);
    for (const read of reads) expect(requests.count(read), read).toBe(1);
  });

  test('is not what an ended session may read', async ({ signedIn: page, requests }) => {
    // Another tab, which this one has not heard of, ended the session.
    await page.evaluate(() => localStorage.setItem('session-era', '7'));
    requests.clear();
    await page.goto('/');
    await expect(signInButton(page)).toBeVisible();
    for (const read of reads) expect(requests.count(read), read).toBe(0);
  });
});

test('A person who comes back loads no file again: the page is asked for, and nothing else', async ({
  signedIn: page,
  requests,
}) => {
  // What is loaded ahead, too: what a reload breaks off is not in the cache.
  await page.waitForLoadState('networkidle');
  const first = new Set(requests.all().map(({ call }) => call));
  requests.clear();
  await page.goto('/');
  await settingsRead(page);
  const again = requests
    .all()
    .filter(({ call, url }) => first.has(call) && !/^\/(mfa|favicon)/.test(url));
  expect(again.map(({ call }) => call)).toEqual(['GET /', 'GET /user/profile']);
  expect(again[0]?.headers['if-none-match'], 'asks whether it has changed').toBeDefined();
});

test('Nothing moves from the first paint to the list', async ({ signedIn: page }) => {
  const jumps = await watchJumps(page);
  const goOn = await holdScripts(page);
  await open(page, '/');
  await expect(settingsHeading(page)).toBeVisible();
  goOn();
  await expect(methodRow(page, 'Magic link')).toBeVisible();
  await expect(page.getByText('Recommended', { exact: true })).toBeVisible();
  expect(await jumps()).toEqual([]);
});

test.describe('The page that the build wrote', () => {
  test('needs no other file for the first paint', async ({ request }) => {
    const html = await (await request.get('/')).text();
    expect(html).not.toContain('rel="stylesheet"');
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain('<h1>');
  });

  test('starts with the script that chooses the language and asks for the data, which stays small', async ({
    request,
  }) => {
    const html = await (await request.get('/')).text();
    const [early, main, ...more] = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
    expect(more).toEqual([]);
    expect(early?.[1]).toContain('/mfa/status');
    expect(early?.[1]?.length).toBeLessThan(4600);
    expect(main?.[0]).toContain('type="module"');
    expect(html.indexOf('<script')).toBeLessThan(html.indexOf('<style>'));
  });

  test('[A3] has no button, names no method, and holds no style that the policy would refuse', async ({
    request,
  }) => {
    const html = await (await request.get('/')).text();
    const shell = html.slice(html.indexOf('<body>'));
    expect(shell).not.toMatch(/<button|passkey|authenticator|magic link/i);
    expect(shell).not.toContain('style=');
  });
});

test('The browser may compile the first load while it arrives', async ({ page }) => {
  const firstLoad = page.waitForResponse(/\/assets\/index-[^/]+\.js$/);
  await page.goto('./sign-in');
  // Chromium looks for it in the first line alone.
  expect(await (await firstLoad).text()).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});
