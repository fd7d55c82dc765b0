import { enrolPasskey } from '../support/enrol.ts';
import { methodRow, stateIn } from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

test('[A12] A person resets everything after typing the word, and sees beforehand what is lost @phone @translated', async ({
  page,
  requests,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  await page.getByRole('link', { name: 'Reset everything' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Reset everything?' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Authenticator app',
    'All your backup codes',
  ]);
  await expect(dialog).toContainText('Anyone with your password will be able to sign in');
  await expectNoAxeViolations(page);

  const field = dialog.getByLabel('Type “reset” to confirm');
  const reset = dialog.getByRole('button', { name: 'Reset everything' });
  await field.fill('yes');
  await reset.click();
  await expect(dialog.getByRole('alert')).toContainText('Type the word “reset”');
  await expect(field).toBeFocused();
  expect(requests.count('POST /mfa/reset')).toBe(0);

  await field.fill(' Reset ');
  await reset.dblclick();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('./');
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Not set up')).toBeVisible();
  expect(requests.count('POST /mfa/reset'), 'one request for a double click').toBe(1);
});

test('A person with no method sees that there is nothing to reset', async ({ signedIn: page }) => {
  await page.goto('./reset');
  const dialog = page.getByRole('dialog', { name: 'Reset everything' });
  await expect(dialog).toContainText('nothing to reset');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('./');
});

test('A person whose organization requires a second step by now learns who can help', async ({
  page,
  faults,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  faults.answer('POST /mfa/reset', { status: 403, body: { success: false, error: 'nope 7' } });
  await page.getByRole('link', { name: 'Reset everything' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Reset everything?' });
  await dialog.getByLabel('Type “reset” to confirm').fill('reset');
  await dialog.getByRole('button', { name: 'Reset everything' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'Nothing was reset. Your organization requires a second step. Another owner',
  );
  await expect(dialog).not.toContainText('nope 7');
});

test('After a reset, the device no longer offers the passkey that the account has lost', async ({
  page,
  openSettings,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await openSettings();
  await enrolPasskey(page);
  expect(await authenticator.credentials()).toHaveLength(1);
  await page.goto('./reset');
  const dialog = page.getByRole('alertdialog', { name: 'Reset everything?' });
  await dialog.getByLabel(/^Type .reset. to confirm/).fill('reset');
  await dialog.getByRole('button', { name: 'Reset everything' }).click();

  await expect(stateIn(methodRow(page, 'Passkey'), 'Not set up')).toBeVisible();
  await expect.poll(() => authenticator.credentials()).toHaveLength(0);
});
