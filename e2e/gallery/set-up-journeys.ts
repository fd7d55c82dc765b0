import { expect } from '@playwright/test';
import {
  methodRow,
  openDialog,
  settingsRead,
  shownKey,
  signInAt,
  stateIn,
} from '../support/pages.ts';
import { codeFor } from '../support/test-user.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Journey } from './journey.ts';

const setUpApp: Journey = {
  name: 'set-up-app',
  title: 'Set up an authenticator app',
  async walk({ app, page, ada, look }) {
    await signInAt(page, ada, '/set-up/authenticator-app');
    const secret = await shownKey(openDialog(page));
    await expect(openDialog(page).getByRole('img', { name: /^QR code/ })).toBeVisible();
    await look('Scan the code');
    const field = openDialog(page).getByLabel('Code from the app');
    await field.fill('000000');
    await field.press('Enter');
    await expect(openDialog(page).getByRole('alert').first()).toBeVisible();
    await look('A wrong code');
    await field.fill(codeFor(secret, app.clock.now()));
    await field.press('Enter');
    await expect(openDialog(page).getByRole('listitem')).toHaveCount(10);
    const madeHere = page.getByText(/^Backup codes created here on/);
    await expect(madeHere, 'behind the dialog').toBeVisible();
    await look('Save the backup codes');
    await page.keyboard.press('Escape');
    await expect(openDialog(page)).toContainText('Have you saved your backup codes?');
    await look('Leave without them?');
    await openDialog(page).getByRole('button', { name: 'Back to the codes' }).click();
    const [first = ''] = await openDialog(page).getByRole('listitem').allInnerTexts();
    await openDialog(page).getByRole('button', { name: "I've saved them" }).click();
    await expect(openDialog(page).getByLabel('One of your backup codes')).toBeVisible();
    await look('Type one back');
    await openDialog(page).getByLabel('One of your backup codes').fill(first);
    await openDialog(page).getByRole('button', { name: 'Finish' }).click();
    await expect(stateIn(methodRow(page, 'Authenticator app'), 'On')).toBeVisible();
    await expect(page.locator('dialog')).toBeHidden();
    await expect(madeHere).toBeVisible();
    await look('It is on');
  },
};

const addPasskey: Journey = {
  name: 'add-passkey',
  title: 'Add a passkey',
  async walk({ page, ada, faults, look }) {
    const authenticator = await VirtualAuthenticator.attach(page);
    await signInAt(page, ada);
    await settingsRead(page);
    const row = methodRow(page, 'Passkey');
    await authenticator.recognise(false);
    await row.getByRole('button', { name: 'Set up Passkey' }).click();
    await expect(openDialog(page).getByText("The passkey wasn't created.")).toBeVisible();
    await look('The prompt ended without a result');
    await page.keyboard.press('Escape');
    await authenticator.recognise(true);
    const complete = 'POST /mfa/passkey/complete-registration';
    faults.answer(complete, { status: 500 }, { times: 1 });
    await row.getByRole('button', { name: 'Set up Passkey' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look('It was made, but not saved');
    await page.goto('/set-up/passkey');
    await expect(openDialog(page)).toBeVisible();
    await look('The dialog, where the browser waits for a click');
    await openDialog(page).getByRole('button', { name: 'Create passkey' }).click();
    await expect(stateIn(row, 'On')).toBeVisible();
    await expect(page.locator('dialog')).toBeHidden();
    await expect(row.getByText(/^1 passkey/)).toBeVisible();
    await look('It is on');
    await page.goto('/passkeys');
    await expect(openDialog(page)).toBeVisible();
    await look('The passkeys of the account');
    await openDialog(page)
      .getByRole('button', { name: /^Rename/ })
      .click();
    await expect(openDialog(page).getByLabel('Name')).toBeVisible();
    await look('A name of its own');
    await openDialog(page).getByRole('button', { name: 'Cancel' }).click();
    await openDialog(page).getByRole('link', { name: 'Add another passkey' }).click();
    await expect(openDialog(page).getByText('Where should the new one be saved?')).toBeVisible();
    await look('Another one');
  },
};

const noPasskeys: Journey = {
  name: 'no-passkeys',
  title: 'Set up a method where the browser has no passkeys',
  async walk({ page, ada, look }) {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await signInAt(page, ada);
    await settingsRead(page);
    const row = methodRow(page, 'Passkey');
    await expect(row.getByText('Not available here')).toBeVisible();
    await look('The settings');
    await page.goto('/set-up/passkey');
    await expect(openDialog(page)).toContainText("This browser can't use passkeys.");
    await look('The address of the dialog');
  },
};

export const setUpJourneys = [setUpApp, addPasskey, noPasskeys];
