import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import {
  confirmCode,
  methodRow,
  openDialog,
  chooseFor,
  secondStepHeading,
  settingsRead,
  signInButton,
  signOut,
  stateIn,
} from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { startTestApp } from '../support/test-app.ts';
import { expect, test as base } from '../support/test.ts';
import type { TestApp } from '../support/test-app.ts';
import type { TestUser } from '../support/test-user.ts';
import { cookieServer, hostPages } from './host-page.ts';
import type { HostOptions } from './host-page.ts';

const test = base.extend<object, HostOptions & { app: TestApp }>({
  source: ['tokens', { option: true, scope: 'worker' }],
  app: [
    async ({ source, site }, use) => {
      const app = await startTestApp({
        site,
        host: {
          pages: hostPages(source),
          ...(source === 'cookies' && { between: cookieServer }),
        },
      });
      await use(app);
      await app.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test('A person signs in at the host, passes the second step in the app, changes a method and signs out', async ({
  page,
  app,
  user,
  source,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAtHost(page, user, './your-devices');
  await expect(secondStepHeading(page)).toBeVisible();
  await confirmCode(page, nextCode());
  await expect(page).toHaveURL('./your-devices');
  await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible();

  // A token host knows of the proof after a reload; where a cookie signs, only this page does.
  if (source === 'tokens') await page.goto('./');
  else await page.getByRole('link', { name: 'Account security' }).click();
  await settingsRead(page);
  if (source === 'cookies')
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
      'eyJ',
    );
  await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
  await openDialog(page).getByRole('button', { name: 'Turn off Authenticator app' }).click();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();

  await signOut(page);
  await expect(page.getByText("You're signed out.")).toBeVisible();
  await page.goto('./');
  await expect(page.getByRole('heading', { name: 'Sign in to the host' })).toBeVisible();
});

test('A person whose session ends is told so, and comes back to where they were', async ({
  page,
  user,
  clock,
}) => {
  await signInAtHost(page, user, './');
  await settingsRead(page);
  // Longer than any session lives.
  await clock.advance(400 * 86_400_000);
  await page.getByRole('link', { name: 'Devices' }).click();
  await expect(page.getByText('Your session has ended. Sign in again.')).toBeVisible();
  await expectNoAxeViolations(page);
  await signInButton(page).click();
  await fillHostForm(page, user);
  await expect(page).toHaveURL('./your-devices');
  await expect(page.getByRole('heading', { name: 'Devices', level: 1 })).toBeVisible();
});

test('The host renews a session that has run out', async ({ page, user, source, clock }) => {
  test.skip(
    source === 'cookies',
    'Only tokens are renewed by the page; a cookie is renewed by its server.',
  );
  await signInAtHost(page, user, './');
  await settingsRead(page);
  await clock.advance(2 * 3_600_000);
  await page.reload();
  await settingsRead(page);
});

test('A change without the header is refused', async ({ page, user, source }) => {
  test.skip(
    source === 'tokens',
    'Only cookies are sent without being asked for, and need the header.',
  );
  await signInAtHost(page, user, './');
  await settingsRead(page);
  const status = await page.evaluate(
    async () => (await fetch('/mfa/magic-link/send', { method: 'POST' })).status,
  );
  expect(status).toBe(403);
});

/** Opens a page of the app, and is led to the host's sign-in, which leads back. */
async function signInAtHost(page: Page, user: TestUser, address: string) {
  await page.goto(address);
  await fillHostForm(page, user);
}

async function fillHostForm(page: Page, { email, password }: TestUser) {
  await expect(page.getByRole('heading', { name: 'Sign in to the host' })).toBeVisible();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Enter' }).click();
}
