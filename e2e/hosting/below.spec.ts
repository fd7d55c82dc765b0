import { settingsRead, signInAt, signInButton } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

const pages = [
  ['./your-devices', 'Devices'],
  ['./password', 'Change password'],
  ['./not-me', "That wasn't me"],
] as const;

test('Every page has an address of its own below the path, which a reload keeps', async ({
  page,
  user,
}) => {
  await signInAt(page, user);
  await settingsRead(page);
  for (const [address, heading] of pages) {
    await page.goto(address);
    for (const _ of ['opened', 'reloaded']) {
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expect(page).toHaveURL(address);
      await page.reload();
    }
  }
});

test('Links in the app stay below the path, and Back leads back', async ({ page, user, app }) => {
  await signInAt(page, user);
  await settingsRead(page);
  await expect(page).toHaveURL('./');
  for (const link of await page.getByRole('link').all()) {
    const href = await link.evaluate((each: HTMLAnchorElement) => each.href);
    if (!href.startsWith('mailto:')) expect(href).toContain(`${app.appUrl}/`);
  }
  await page.getByRole('link', { name: 'Devices' }).click();
  await expect(page).toHaveURL('./your-devices');
  await page.goBack();
  await expect(page).toHaveURL('./');
  await settingsRead(page);
});

test('The address without its last slash leads to the app', async ({ page, app, user }) => {
  await page.goto(app.appUrl);
  await expect(page).toHaveURL('./sign-in');
  await signInAt(page, user, '/');
  await settingsRead(page);
});

test('The address without its last slash works on a host that sends the page for it', async ({
  page,
  app,
  request,
}) => {
  const sent = await request.get('./');
  await page.route(app.appUrl, (route) => route.fulfill({ response: sent }));
  await page.goto(app.appUrl);
  await expect(signInButton(page)).toBeVisible();
  await expect(page).toHaveURL('./sign-in');
});

test('The data is asked for before the script has loaded', async ({ page, user, requests }) => {
  await signInAt(page, user);
  await settingsRead(page);
  requests.clear();
  await page.reload();
  await settingsRead(page);
  await expect(page.locator('html')).toHaveAttribute('data-shell', 'settings');
  expect(requests.count('GET /mfa/status'), 'adopted, and not asked for again').toBe(1);
});

test('Password managers find the pages from the root of the host', async ({ request, app }) => {
  const redirect = await request.get('/.well-known/change-password', { maxRedirects: 0 });
  expect(redirect.headers()['location']).toBe('/account/password');
  const endpoints = await request.get('/.well-known/passkey-endpoints');
  expect(await endpoints.json()).toEqual({
    enroll: `${app.appUrl}/set-up/passkey`,
    manage: `${app.appUrl}/passkeys`,
  });
});

test('The session leaves what another app keeps on this host', async ({ page, user }) => {
  await page.goto('./sign-in');
  await page.evaluate(() => sessionStorage.setItem('theirs', '1'));
  await signInAt(page, user, '/sign-in');
  await settingsRead(page);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByText('Sign out', { exact: true }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({ theirs: '1' });
});
