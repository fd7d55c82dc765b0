import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp, enrolPasskey } from '../support/enrol.ts';
import {
  methodRow,
  settingsHeading,
  shownKey,
  signInAt,
  signInButton,
  signOut,
  stateIn,
} from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { codeFor } from '../support/test-user.ts';
import type { TestUser } from '../support/test-user.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

/** Counts the clicks of a person who uses the pointer for everything but text. */
async function countClicks(page: Page): Promise<() => number> {
  let clicks = 0;
  await page.exposeFunction('clickCounted', () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    const count = (event: MouseEvent) => {
      // A key press clicks, too, and a click on a label clicks its field.
      if (event.isTrusted && event.detail > 0)
        (Reflect.get(globalThis, 'clickCounted') as () => void)();
    };
    document.addEventListener('click', count, { capture: true });
  });
  return () => clicks;
}

/** Types into the field that has the focus already. */
async function typeInFocus(page: Page, label: string, text: string): Promise<void> {
  await expect(page.getByLabel(label)).toBeFocused();
  await page.keyboard.type(text);
}

test('A person turns on the app from the settings in four clicks', async ({
  signedIn: page,
  clock,
}) => {
  const clicks = await countClicks(page);
  await page.reload();
  const dialog = page.getByRole('dialog');
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: 'Set up Authenticator app' })
    .click();
  const secret = await shownKey(dialog);
  await typeInFocus(page, 'Code from the app', codeFor(secret, clock.now()));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  const code = await dialog.getByRole('listitem').first().innerText();
  await dialog.getByRole('button', { name: "I've saved them" }).click();
  await typeInFocus(page, 'One of your backup codes', code);
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'On')).toBeVisible();
  await expect(page.locator('dialog')).toBeHidden();
  expect(clicks()).toBe(4);
});

test('A person adds a passkey with one click, and makes it primary with another @phone', async ({
  app,
  page,
  user,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await VirtualAuthenticator.attach(page);
  const clicks = await countClicks(page);
  await signInAt(page, user);
  await page.getByLabel('Code from the app').fill(nextCode());
  const row = methodRow(page, 'Passkey');
  await expect(stateIn(row, 'Not set up')).toBeVisible();
  const before = clicks();

  await row.getByRole('button', { name: 'Set up Passkey' }).click();
  await expect(row.getByText('Saved on this device.')).toBeVisible();
  await expect(page).toHaveURL('/');
  expect(clicks() - before).toBe(1);

  await row.getByRole('button', { name: 'Make Passkey primary' }).click();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  expect(clicks() - before).toBe(2);
});

test('A click that makes a passkey shows a dialog only where there is something to say', async ({
  page,
  openSettings,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await authenticator.recognise(false);
  await openSettings();
  const row = methodRow(page, 'Passkey');
  await row.getByRole('button', { name: 'Set up Passkey' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up a passkey' });
  await expect(dialog.getByText("The passkey wasn't created.")).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Use a phone or security key' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL('/');
  await expect(row.getByRole('button', { name: 'Set up Passkey' })).toBeFocused();

  await authenticator.touch(false);
  await row.getByRole('button', { name: 'Set up Passkey' }).click();
  await expect(dialog.getByText('Follow the steps your browser shows.')).toBeVisible();
  await page.reload();
  await expect(dialog.getByText('Follow the steps')).toBeHidden();
  await expect(dialog.getByRole('button', { name: 'Create passkey' })).toBeVisible();
});

test.describe('Signing in takes few clicks, with the keyboard for what is typed:', () => {
  async function typePassword(page: Page, { email, password }: TestUser): Promise<void> {
    await typeInFocus(page, 'Email', email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await signInButton(page).click();
  }

  test('one with the authenticator app', async ({ app, page, user }) => {
    const { nextCode } = await enrolAuthenticatorApp(app, user);
    const clicks = await countClicks(page);
    await page.goto('/sign-in');
    await typePassword(page, user);
    await typeInFocus(page, 'Code from the app', nextCode());
    await expect(settingsHeading(page)).toBeVisible();
    expect(clicks()).toBe(1);
  });

  test('two with a passkey', async ({ signedIn: page, user, authenticator }) => {
    await authenticator.touch(true);
    await enrolPasskey(page);
    await signOut(page);
    const clicks = await countClicks(page);
    await page.goto('/sign-in');
    await typePassword(page, user);
    await page.getByRole('button', { name: 'Use your passkey' }).click();
    await expect(settingsHeading(page)).toBeVisible();
    expect(clicks()).toBe(2);
  });
});
