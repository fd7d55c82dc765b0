import type { Page } from '@playwright/test';
import { holdScripts, open } from '../support/hold-scripts.ts';
import { settingsRead, signIn, signInButton } from '../support/pages.ts';
import { expect, test as base } from '../support/test.ts';

const test = base.extend({
  // These pages fail on purpose. What no page may do is watched for by the other tests.
  watched: async ({}, use) => use(),
});

const words = (page: Page) => page.getByText(/This page needs a newer browser: .*Firefox 125/);

/** Changes the page as a browser changes it that does not know a part of it. */
async function withoutKnowing(page: Page, part: string | RegExp, change: string) {
  await page.route('**/sign-in', async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    expect(html).toMatch(part);
    // The policy names the hash of the styles as they were.
    const { 'content-security-policy': _, ...headers } = answer.headers();
    await route.fulfill({ response: answer, headers, body: html.replace(part, change) });
  });
}

const breakMainScript = (page: Page, body: string) =>
  page.route(/\/assets\/index-.*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );

test('A browser that knows neither modules nor popovers says what it lacks, without a script', async ({
  browser,
  app,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en' });
  const page = await context.newPage();
  await withoutKnowing(page, 'popover="manual"', '');
  await page.goto(`${app.appUrl}/sign-in`);
  await expect(words(page)).toBeInViewport({ ratio: 1 });
  await context.close();
});

test('A browser that does not know the colours of two themes says so, above the page', async ({
  page,
}) => {
  await withoutKnowing(page, '@supports not (color:light-dark(red, red))', '@supports (color:red)');
  await page.goto('./sign-in');
  await expect(signInButton(page)).toBeVisible();
  await expect(words(page)).toBeInViewport({ ratio: 1 });
  expect(await words(page).evaluate((part) => getComputedStyle(part).position)).toBe('static');
});

for (const [how, body] of [
  ['cannot be read', 'const = ;'],
  ['fails before it shows anything', 'throw new Error("too old")'],
] as const)
  test(`Where the app's script ${how}, the page is not blank`, async ({ page }) => {
    await breakMainScript(page, body);
    await page.goto('./sign-in');
    await expect(words(page)).toBeInViewport({ ratio: 1 });
  });

test("Where the app's script does not load, the page says so, and works after a reload", async ({
  page,
}) => {
  const lost = /\/assets\/index-.*\.js$/;
  await page.route(lost, (route) => route.abort());
  await page.goto('./sign-in');
  await expect(words(page)).toContainText('reload the page');
  await page.unroute(lost);
  await page.reload();
  await expect(signInButton(page)).toBeVisible();
  await expect(words(page)).toBeHidden();
});

test('A browser that is new enough shows none of it, not at the first paint and not after', async ({
  page,
  user,
}) => {
  const goOn = await holdScripts(page);
  await open(page, './sign-in');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(words(page)).toBeHidden();
  expect(await page.locator('body').ariaSnapshot()).not.toContain('newer browser');
  goOn();
  await signIn(page, user);
  await settingsRead(page);
  // A fault of the page's own is no reason to doubt the browser.
  await page.evaluate(() => window.dispatchEvent(new ErrorEvent('error')));
  await expect(words(page)).toBeHidden();
});
