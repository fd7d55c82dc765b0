import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { methodRow, settingsRead, signInAt, stateIn } from '../support/pages.ts';
import { codeFor } from '../support/test-user.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Journey } from './journey.ts';

const dialog = (page: Page) => page.getByRole('dialog');

const setUpApp: Journey = {
  name: 'set-up-app',
  title: 'Set up an authenticator app',
  async walk({ app, page, ada, look }) {
    await signInAt(page, ada, '/set-up/authenticator-app');
    const key = dialog(page).getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const secret = (await key.innerText()).replaceAll(' ', '');
    await expect(dialog(page).getByRole('img', { name: /^QR code/ })).toBeVisible();
    await look('Scan the code');
    const field = dialog(page).getByLabel('Code from the app');
    await field.fill('000000');
    await field.press('Enter');
    await expect(dialog(page).getByRole('alert').first()).toBeVisible();
    await look('A wrong code');
    await field.fill(codeFor(secret, app.clock.now()));
    await field.press('Enter');
    await expect(dialog(page).getByRole('listitem')).toHaveCount(10);
    await look('Save the backup codes');
    const [first = ''] = await dialog(page).getByRole('listitem').allInnerTexts();
    await dialog(page).getByRole('button', { name: "I've saved them" }).click();
    await expect(dialog(page).getByLabel('One of your backup codes')).toBeVisible();
    await look('Type one back');
    await dialog(page).getByLabel('One of your backup codes').fill(first);
    await dialog(page).getByRole('button', { name: 'Finish' }).click();
    await expect(stateIn(methodRow(page, 'Authenticator app'), 'On')).toBeVisible();
    await expect(page.locator('dialog')).toBeHidden();
    await expect(page.getByText(/^Backup codes made here on/)).toBeVisible();
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
    await expect(dialog(page).getByText("The passkey wasn't created.")).toBeVisible();
    await look('The prompt ended without a result');
    await page.keyboard.press('Escape');
    await authenticator.recognise(true);
    const complete = 'POST /mfa/passkey/complete-registration';
    faults.answer(complete, { status: 500 }, { times: 1 });
    await row.getByRole('button', { name: 'Set up Passkey' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await look('It was made, but not saved');
    await page.goto('/set-up/passkey');
    await expect(dialog(page)).toBeVisible();
    await look('The dialog, where the browser waits for a click');
    await dialog(page).getByRole('button', { name: 'Create passkey' }).click();
    await expect(stateIn(row, 'On')).toBeVisible();
    await expect(page.locator('dialog')).toBeHidden();
    await expect(row.getByText(/^1 passkey/)).toBeVisible();
    await look('It is on');
    await page.goto('/passkeys');
    await expect(dialog(page)).toBeVisible();
    await look('The passkeys of the account');
  },
};

export const setUpJourneys = [setUpApp, addPasskey];
