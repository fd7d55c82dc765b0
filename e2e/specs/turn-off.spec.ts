import type { Page } from '@playwright/test';
import { chooseFor, methodRow, openTab, sendLink, stateIn } from '../support/pages.ts';
import type { MethodName } from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';

async function openTurnOff(page: Page, name: MethodName) {
  await chooseFor(page, name, `Turn off ${name}`);
  return page.getByRole('alertdialog', { name: `Turn off ${name}?` });
}

async function turnOn(page: Page) {
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(row, 'On')).toBeVisible();
  return row;
}

test('[A12] A person turns off their only method, and sees beforehand that nothing remains @translated', async ({
  page,
  requests,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const row = await turnOn(page);
  requests.clear();

  const dialog = await openTurnOff(page, 'Authenticator app');
  await expect(dialog).toContainText("You'll have no second step left");
  await expect(dialog).toContainText('Anyone with your password will be able to sign in');
  await expectNoAxeViolations(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  expect(requests.count('POST /mfa/disable')).toBe(0);
  await expect(row.getByRole('button', { name: 'More for Authenticator app' })).toBeFocused();

  await openTurnOff(page, 'Authenticator app');
  await dialog.getByRole('button', { name: 'Turn off Authenticator app' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(stateIn(row, 'Off')).toBeVisible();
  await expect(page).toHaveURL('./');
  expect(requests.count('POST /mfa/disable'), 'one request for a double click').toBe(1);
});

test('A person who turns off their primary method sees what remains and which one becomes primary @translated', async ({
  page,
  user,
  mailbox,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  await turnOn(page);
  await sendLink(methodRow(page, 'Magic link'));
  await openTab(page, await mailbox.linkFor(user.email));
  await expect(stateIn(methodRow(page, 'Magic link'), 'On')).toBeVisible();

  const dialog = await openTurnOff(page, 'Authenticator app');
  await expect(dialog).toContainText("You'll still have: Magic link");
  await expect(dialog).toContainText('Magic link will become your primary method');
  await dialog.getByRole('button', { name: 'Turn off Authenticator app' }).click();

  await expect(stateIn(methodRow(page, 'Magic link'), 'Primary')).toBeVisible();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();
});

test('The last method cannot be turned off where the organization requires one', async ({
  page,
  faults,
  requests,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  await turnOn(page);
  faults.answer('GET /mfa/status', {
    status: 200,
    body: {
      success: true,
      data: {
        isEnabled: true,
        isRequired: true,
        isEnforced: true,
        enabledMethods: ['GOOGLE_AUTH'],
        primaryMethod: 'GOOGLE_AUTH',
        sessionVerified: true,
      },
    },
  });
  await page.goto('./turn-off/authenticator-app');

  const dialog = page.getByRole('dialog', { name: 'Turn off Authenticator app' });
  await expect(dialog.getByRole('alert')).toContainText(
    'Your organization requires a second step, and this is your only method',
  );
  await expect(dialog.getByRole('button', { name: /^Turn off/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  expect(requests.count('POST /mfa/disable')).toBe(0);
});

test("A person whom the server refuses sees why, in the app's own words", async ({
  page,
  faults,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const row = await turnOn(page);
  faults.answer('POST /mfa/disable', {
    status: 403,
    body: { success: false, error: 'ORG_POLICY_7 denies' },
  });
  const dialog = await openTurnOff(page, 'Authenticator app');
  await dialog.getByRole('button', { name: 'Turn off Authenticator app' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'Authenticator app is still on. Your organization requires a second step',
  );
  await expect(dialog).not.toContainText('ORG_POLICY_7');
  await expect(stateIn(row, 'On')).toBeAttached();
});

test('A lost answer is no failure where the method is off', async ({
  page,
  faults,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  await turnOn(page);
  faults.cut('POST /mfa/disable', { times: 1 });
  const dialog = await openTurnOff(page, 'Authenticator app');
  await dialog.getByRole('button', { name: 'Turn off Authenticator app' }).click();

  const outcome = page.getByRole('dialog', { name: 'Turn off Authenticator app', exact: true });
  await expect(outcome).toContainText('Authenticator app is off.');
  await expect(outcome.getByRole('alert')).toHaveCount(0);
});

test('A person who opened the dialog by its own address finds the focus at the method @translated', async ({
  page,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const row = await turnOn(page);
  await page.goto('./turn-off/authenticator-app');
  await expect(page).toHaveTitle('Turn off Authenticator app?');
  await page.getByRole('button', { name: 'Turn off Authenticator app', exact: true }).click();
  await expect(page.locator('dialog')).toBeHidden();
  await expect(row.getByRole('heading')).toBeFocused();
});

test('A person at the address of an unknown method sees that it does not exist', async ({
  signedIn: page,
}) => {
  await page.goto('./turn-off/nonsense');
  const dialog = page.getByRole('dialog', { name: "This page doesn't exist" });
  await dialog.getByRole('button', { name: 'Go to settings' }).click();
  await expect(page).toHaveURL('./');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
