import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { allAnswered } from './all-answered.ts';
import type { TestUser } from './test-user.ts';

/** Fills in the sign-in form that the page shows. */
export async function signIn(page: Page, { email, password }: TestUser): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await signInButton(page).click();
}

/**
 * Opens a page of the app that asks for a sign-in first, and fills the form in.
 * @param path below the app's address
 */
export async function signInAt(page: Page, user: TestUser, path = '/'): Promise<void> {
  await page.goto(`.${path}`);
  await signIn(page, user);
}

/** Opens another tab of the same browser, at a path below the app's address or at a link. */
export async function openTab(page: Page, address: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(address.startsWith('/') ? `.${address}` : address);
  return tab;
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByText('Sign out', { exact: true }).first().click();
}

/** Enters a code where the page asks for a second step or a proof. Six digits are sent by themselves. */
export async function confirmCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel('Code from the app');
  await field.clear();
  await field.pressSequentially(code);
  if (/^\d{3} ?\d{3}$/.test(code)) return;
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
}

/** Enters a backup code where the page asks for a second step or a proof. */
export async function confirmBackupCode(page: Page, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a backup code instead' }).click();
  await page.getByRole('textbox', { name: 'Backup code' }).fill(code);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
}

/**
 * Requests a link and waits until the page says that it was sent. The mail may arrive before that, but
 * only then does the browser remember its request: a link opened earlier would wait for a click.
 */
export async function sendLink(place: Page | Locator): Promise<void> {
  await place.getByRole('button', { name: /^(Send|Resend) link$/ }).click();
  await expect(place.getByRole('button', { name: 'Resend link' })).toBeDisabled();
}

export const signInButton = (page: Page) =>
  page.getByRole('button', { name: 'Sign in', exact: true });
export const secondStepHeading = (page: Page) =>
  page.getByRole('heading', { name: "Confirm it's you" });
export const settingsHeading = (page: Page) =>
  page.getByRole('heading', { name: 'Multi-factor authentication' });

/** The dialog or the question that is open. */
export const openDialog = (page: Page) =>
  page.getByRole('dialog').or(page.getByRole('alertdialog'));

/** Waits until the settings are on screen and every request of the page is answered. */
export async function settingsRead(page: Page, patience?: { timeout: number }): Promise<void> {
  await expect(methodRow(page, 'Passkey')).toBeVisible(patience);
  await allAnswered(page, patience);
}

/** The key for an authenticator app that is shown, without its spaces. */
export async function shownKey(place: Page | Locator): Promise<string> {
  const key = place.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  return (await key.innerText()).replaceAll(' ', '');
}

export type MethodName = 'Passkey' | 'Authenticator app' | 'Magic link';

/** The row of one method in the settings. */
export function methodRow(page: Page, name: MethodName): Locator {
  // Its heading goes on with the state.
  const heading = page.getByRole('heading', { name: new RegExp(`^${name},`) });
  return page.getByRole('listitem').filter({ has: heading });
}

/** One of the labels in a method's row that say its state. */
export function stateIn(row: Locator, state: 'On' | 'Off' | 'Not set up' | 'Primary'): Locator {
  return row.getByText(state, { exact: true });
}

/** Opens a method's menu and chooses an item, such as "Turn off Passkey". */
export async function chooseFor(page: Page, name: MethodName, item: string): Promise<void> {
  const menu = { name: `More for ${name}` };
  await methodRow(page, name).getByRole('button', menu).click();
  await page.getByRole('menuitem', { name: item }).click();
}
