import type { Page } from '@playwright/test';
import { methodRow, openTab, signIn, signInAt } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

const settings = (page: Page) => page.getByRole('heading', { name: 'Multi-factor authentication' });
const signInPage = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true });

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByText('Sign out', { exact: true }).click();
}

test('A person signs in and stays signed in over a reload @phone', async ({ signedIn: page }) => {
  await page.reload();
  await expect(settings(page)).toBeVisible();
  await expect(methodRow(page, 'Passkey')).toBeVisible();
});

test('After signing in, the focus is on the heading of the settings', async ({
  signedIn: page,
}) => {
  await expect(settings(page)).toBeFocused();
});

test('A wrong password and an unknown person look alike @translated', async ({ page, user }) => {
  await page.goto('./sign-in');
  const sentences: string[] = [];
  for (const known of [user.email, 'nobody@example.com']) {
    await signIn(page, { ...user, email: known, password: 'a wrong guess' });
    await expect(page.getByRole('alert')).toBeVisible();
    sentences.push(await page.getByRole('alert').innerText());
    await page.reload();
  }
  expect(sentences[0]).toBe(sentences[1]);
});

test('The password is shown on request @translated', async ({ page }) => {
  await page.goto('./sign-in');
  const field = page.getByLabel('Password', { exact: true });
  await field.fill('secret words');
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(field).toHaveAttribute('type', 'text');
});

test('After signing in a person arrives where they wanted to go', async ({ page, user }) => {
  await signInAt(page, user, '/sign-in?returnTo=%2Factivate');
  await expect(page.getByText(/This link is incomplete/)).toBeVisible();
});

for (const evil of [
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
])
  test(`[A9] Signing in does not lead to ${evil}`, async ({ page, user }) => {
    await signInAt(page, user, `/sign-in?returnTo=${encodeURIComponent(evil)}`);
    await expect(settings(page)).toBeVisible();
    await expect(page).toHaveURL('./');
  });

test('[A5] A new tab takes over the session', async ({ signedIn: page }) => {
  const tab = await openTab(page, '/');
  await expect(settings(tab)).toBeVisible();
});

test('[A6] Signing out ends every tab of this browser, and leaves nothing behind @translated', async ({
  signedIn: page,
  user,
}) => {
  const tab = await openTab(page, '/');
  await expect(settings(tab)).toBeVisible();
  await signOut(page);
  for (const each of [page, tab]) {
    await expect(signInPage(each)).toBeVisible();
    await expect(each.getByText(user.email)).toBeHidden();
    expect(await each.evaluate(() => sessionStorage.length)).toBe(0);
  }
  await tab.goto('./');
  await expect(signInPage(tab)).toBeVisible();
});

test('After signing out, the focus is on the heading of the sign-in page; on arrival, on its first field', async ({
  signedIn: page,
}) => {
  await signOut(page);
  await expect(page.getByText("You're signed out.")).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeFocused();
  await page.reload();
  await expect(page.getByLabel('Email')).toBeFocused();
});

test('On a phone, the menu says whose account it is @phone', async ({ signedIn: page, user }) => {
  const isPhone = (page.viewportSize()?.width ?? 0) < 480;
  await page.getByRole('button', { name: 'Account' }).click();
  const email = page.getByRole('menu').getByText(user.email);
  await (isPhone ? expect(email).toBeVisible() : expect(email).toBeHidden());
});

test('Signing out works offline', async ({ signedIn: page }) => {
  await page.context().setOffline(true);
  await signOut(page);
  await expect(signInPage(page)).toBeVisible();
  await page.context().setOffline(false);
});

test('[A5] Tokens are not in lasting storage, in an address, or in the console', async ({
  signedIn: page,
  requests,
}) => {
  const token = /eyJ[\w-]+\.[\w-]+/;
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  await page.reload();
  await expect(settings(page)).toBeVisible();
  const stored = await page.evaluate(async () => ({
    local: Object.values(localStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
    state: history.state as unknown,
  }));
  const addresses = [page.url(), ...requests.all().map(({ url }) => url)];
  expect(JSON.stringify([stored, printed, addresses])).not.toMatch(token);
  expect(stored.databases).toEqual([]);
  // Where they are kept, a token is found.
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toMatch(token);
});

test('An expired access token is renewed once, silently', async ({
  signedIn: page,
  clock,
  requests,
}) => {
  await clock.advance(61 * 60_000);
  requests.clear();
  await page.reload();
  await expect(methodRow(page, 'Passkey')).toBeVisible();
  expect(requests.count('POST /user/refresh')).toBe(1);
  expect(requests.count('POST /user/login')).toBe(0);
});

test('An expired session leads to sign-in, and back', async ({
  signedIn: page,
  user,
  faults,
  requests,
}) => {
  const unauthorized = { status: 401, body: { success: false, error: 'Unauthorized' } };
  for (const call of [
    'GET /mfa/status',
    'GET /mfa/methods',
    'GET /user/profile',
    'POST /user/refresh',
  ])
    faults.answer(call, unauthorized);
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
  expect(requests.count('POST /user/refresh')).toBe(1);
  faults.clear();
  await signIn(page, user);
  await expect(methodRow(page, 'Passkey')).toBeVisible();
});

test('A person at an unknown address finds a way back', async ({ page }) => {
  await page.goto('./no-such-page');
  await expect(page.getByRole('heading', { name: "This page doesn't exist" })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to settings' })).toBeVisible();
});
