import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { methodRow, shownKey, stateIn } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { codeFor } from '../support/test-user.ts';

// The project `translated` runs whole journeys while the browser goes on translating. Here it does so
// once, and what React renders later stays as it is.

/** Replaces every text node of what the page shows now by an element with other words. */
async function translateOnce(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
    for (const text of texts) {
      const font = document.createElement('font' as string);
      font.textContent = text.data;
      text.replaceWith(font);
    }
  });
}

test('A person who translates the set-up of their app sees the backup codes, and saves them', async ({
  signedIn: page,
  clock,
}) => {
  await page.goto('/set-up/authenticator-app');
  const dialog = page.getByRole('dialog');
  const key = await shownKey(dialog);
  await translateOnce(page);
  await dialog.getByRole('button', { name: 'Copy key' }).click();
  await expect(dialog.getByText(/^(Copied|Your browser did not copy\.)/).first()).toBeVisible();
  await translateOnce(page);
  const code = codeFor(key, clock.now());
  await dialog.getByLabel('Code from the app').fill(code);
  await dialog.getByRole('button', { name: 'Confirm' }).click();

  await expect(page.getByRole('dialog', { name: 'Save your backup codes' })).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  const [first = ''] = await dialog.getByRole('listitem').allInnerTexts();
  await translateOnce(page);
  await dialog.getByRole('button', { name: "I've saved them" }).click();
  await translateOnce(page);
  await dialog.getByLabel('One of your backup codes').fill(first);
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('Your authenticator app is set up.')).toBeVisible();
  await expect(page.getByText('Save your backup codes')).toHaveCount(0);
});

test('A person who translates their settings sees later changes there', async ({
  app,
  page,
  user,
  faults,
  clock,
  openSettings,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await clock.follow(page);
  await openSettings();
  const row = methodRow(page, 'Authenticator app');
  await translateOnce(page);
  const refusal = { status: 429, headers: { 'Retry-After': '42' }, body: { success: false } };
  faults.answer('POST /mfa/enable', refusal, { times: 1 });
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(row.getByRole('timer')).toHaveText(/Try again in 0:[34]\d/);
  await translateOnce(page);
  await clock.advance(43_000);
  await expect(row.getByRole('timer')).toBeHidden();
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(page.getByText('Your account is protected')).toBeVisible();
  await expect(page.getByText("Your account isn't protected")).toHaveCount(0);
  await expect(row.getByRole('alert')).toHaveCount(0);

  await translateOnce(page);
  await row.getByRole('button', { name: 'More for Authenticator app' }).click();
  await page.getByRole('menuitem', { name: 'Turn off Authenticator app' }).click();
  await translateOnce(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(stateIn(row, 'Off')).toBeVisible();
  await expect(stateIn(row, 'On')).toHaveCount(0);
  await expect(page.getByText("Your account isn't protected")).toBeVisible();
  await expect(page.getByText('Your account is protected')).toHaveCount(0);
  await expect(page.getByText('1 of 3 methods is on.')).toHaveCount(0);
});
