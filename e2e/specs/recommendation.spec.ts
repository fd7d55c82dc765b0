import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { methodRow, signInAt, stateIn } from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

/** The rows whose button is filled with the accent colour. */
const filled = (page: Page) => page.getByRole('listitem').locator('.button-primary');
const badge = (page: Page) => page.getByText('Recommended', { exact: true });

test('A person whose device unlocks passkeys is advised to set one up, and then an app as well @phone @translated', async ({
  page,
  openSettings,
}) => {
  await VirtualAuthenticator.attach(page);
  await openSettings();
  const passkey = methodRow(page, 'Passkey');
  await expect(page.getByText(/A passkey is the strongest method/)).toBeVisible();
  await expect(badge(page)).toHaveCount(1);
  await expect(
    passkey.getByRole('heading', { name: 'Passkey, Not set up, Recommended' }),
  ).toBeVisible();
  await expect(filled(page)).toHaveCount(1);
  await expect(filled(page)).toHaveAccessibleName('Set up Passkey');
  await expectNoAxeViolations(page);

  await page.getByRole('link', { name: 'Set up Passkey' }).click();

  await expect(page).toHaveURL('/');
  await expect(passkey.getByRole('heading', { name: 'Passkey, On, Primary' })).toBeVisible();
  await expect(page.getByText(/lets you in when you don't have your passkey/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set up Authenticator app' })).toBeVisible();
  await expect(filled(page)).toHaveAccessibleName('Set up Authenticator app');
});

test('A person whose device does not is advised to set up an authenticator app', async ({
  page,
  openSettings,
}) => {
  await VirtualAuthenticator.attach(page, 'usb');
  await openSettings();
  await expect(page.getByText(/this device can use/)).toBeVisible();
  await expect(filled(page)).toHaveAccessibleName('Set up Authenticator app');
  await page.getByRole('link', { name: 'Set up Authenticator app' }).click();
  await expect(page).toHaveURL('/set-up/authenticator-app');
});

test('A person whose only method is off is advised to turn it on, and then has what their device supports', async ({
  app,
  page,
  user,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await VirtualAuthenticator.attach(page, 'usb');
  await signInAt(page, user);
  const row = methodRow(page, 'Authenticator app');
  await expect(page.getByText(/One click turns it back on/)).toBeVisible();
  await expect(badge(page)).toHaveCount(1);
  await expect(filled(page)).toHaveAccessibleName('Turn on Authenticator app');

  await page.getByRole('button', { name: 'Turn on Authenticator app' }).first().click();

  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(row.getByRole('heading'), 'the button is gone').toBeFocused();
  await expect(badge(page)).toHaveCount(0);
  await expect(filled(page)).toHaveCount(0);
});
