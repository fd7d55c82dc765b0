import type { Browser, Locator, Page } from 'playwright';
import { methodRow, settingsRead, shownKey } from '../support/pages.ts';
import { codeFor } from '../support/test-user.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Accounts, Stored } from './accounts.ts';
import { recordRequests } from './record-requests.ts';
import type { Sites } from './sites.ts';
import { openThrottled } from './throttle.ts';
import { observeInteractions, timeInteraction } from './time-interaction.ts';
import type { Interaction } from './time-interaction.ts';
import { watch } from './watch-page.ts';

type Time = (name: string, pressed: Locator, shows: Locator) => Promise<void>;

/** Goes through the settings as people do, and times every step. */
export async function timeSettings(
  browser: Browser,
  { app }: Sites,
  accounts: Accounts,
): Promise<Interaction[]> {
  const times: Interaction[] = [];
  async function asPerson(stored: Stored, act: (page: Page, time: Time) => Promise<void>) {
    const context = await browser.newContext({ locale: 'en' });
    await watch(context, { selector: 'main' }, stored);
    const { page, devtools } = await openThrottled(context);
    const record = recordRequests(devtools);
    await page.goto(app.url);
    await settingsRead(page);
    // What is loaded when idle is here by then.
    await record.whenQuiet();
    await observeInteractions(page);
    await act(page, async (name, pressed, shows) => {
      times.push(await timeInteraction(page, name, () => pressed.click(), shows));
    });
    await context.close();
  }
  await asPerson(await accounts.personWith(['GOOGLE_AUTH', 'MAGIC_LINK']), changeMethods);
  await asPerson(await accounts.personWith([], ['GOOGLE_AUTH']), turnOn);
  await asPerson(await accounts.personWith([]), setUpAuthenticatorApp);
  await asPerson(await accounts.personWith([]), setUpPasskey);
  return times;
}

const button = (place: Page | Locator, name: string) =>
  place.getByRole('button', { name, exact: true });
const dialog = (page: Page, name: string) =>
  page
    .getByRole('dialog', { name, exact: true })
    .or(page.getByRole('alertdialog', { name, exact: true }));

async function changeMethods(page: Page, time: Time): Promise<void> {
  const app = methodRow(page, 'Authenticator app');
  const link = methodRow(page, 'Magic link');
  const item = (name: string) => page.getByRole('menuitem', { name });
  await time('Make primary', button(link, 'Make Magic link primary'), link.getByText('Primary'));
  const more = button(app, 'More for Authenticator app');
  await time('Menu of a method', more, item('Test Authenticator app now'));
  const testing = dialog(page, 'Test Authenticator app');
  await time('Test: dialog', item('Test Authenticator app now'), testing);
  await button(testing, 'Cancel').click();
  await button(link, 'More for Magic link').click();
  const turningOff = dialog(page, 'Turn off Magic link?');
  await time('Turn off: dialog', item('Turn off Magic link'), turningOff);
  const off = button(link, 'Turn on Magic link');
  await time('Turn off: confirm', button(turningOff, 'Turn off Magic link'), off);
  const resetting = dialog(page, 'Reset everything?');
  await time('Reset: dialog', page.getByRole('link', { name: 'Reset everything' }), resetting);
  await resetting.getByLabel('Type “reset” to confirm').fill('reset');
  const reset = button(resetting, 'Reset everything');
  await time('Reset: confirm', reset, button(app, 'Set up Authenticator app'));
  await time('Send link', button(link, 'Send link'), page.getByText(/^Link sent to/));
}

async function turnOn(page: Page, time: Time): Promise<void> {
  const app = methodRow(page, 'Authenticator app');
  await time('Turn on', button(app, 'Turn on Authenticator app'), app.getByText('Primary'));
}

async function setUpAuthenticatorApp(page: Page, time: Time): Promise<void> {
  const row = methodRow(page, 'Authenticator app');
  const scan = dialog(page, 'Set up your authenticator app');
  await time('Authenticator app: dialog', button(row, 'Set up Authenticator app'), scan);
  await scan.getByRole('img', { name: /^QR code/ }).waitFor();
  const key = await shownKey(scan);
  const code = codeFor(key, Date.now());
  await scan.getByLabel('Code from the app').fill(code);
  const save = dialog(page, 'Save your backup codes');
  await time('Authenticator app: confirm the code', button(scan, 'Confirm'), save);
  const [backupCode = ''] = await save.getByRole('listitem').allInnerTexts();
  const check = dialog(page, 'Check what you saved');
  await time('Authenticator app: continue', button(save, "I've saved them"), check);
  await check.getByLabel('One of your backup codes').fill(backupCode);
  await time('Authenticator app: finish', button(check, 'Finish'), row.getByText('Primary'));
}

async function setUpPasskey(page: Page, time: Time): Promise<void> {
  await VirtualAuthenticator.attach(page);
  const row = methodRow(page, 'Passkey');
  const create = dialog(page, 'Set up a passkey');
  await time('Passkey: dialog', button(row, 'Set up Passkey'), create);
  const saved = row.getByText('Saved on this device.');
  await time('Passkey: create', button(create, 'Create passkey'), saved);
}
