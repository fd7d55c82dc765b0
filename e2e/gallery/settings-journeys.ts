import { expect } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import {
  chooseFor,
  confirmCode,
  methodRow,
  openDialog,
  openTab,
  sendLink,
  settingsRead,
  signInAt,
  stateIn,
} from '../support/pages.ts';
import type { Journey, Stage } from './journey.ts';

/** Signs in where no method is on, or with a code where the app is. */
async function openSettings({ page, ada }: Stage, code?: string): Promise<void> {
  await signInAt(page, ada);
  if (code !== undefined) await confirmCode(page, code);
  await settingsRead(page);
}

const settings: Journey = {
  name: 'settings',
  title: 'The settings',
  async walk(stage) {
    const { app, page, ada, faults, look } = stage;
    await enrolAuthenticatorApp(app, ada, { isOff: true });
    await openSettings(stage);
    await look('Nothing is on yet');
    await page.getByRole('button', { name: 'Account', exact: true }).click();
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    await look('The account menu');
    await page.keyboard.press('Escape');
    const row = methodRow(page, 'Authenticator app');
    faults.answer('POST /mfa/enable', { status: 500 }, { times: 1 });
    await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
    await expect(row.getByRole('alert')).toBeVisible();
    await look('A change that failed');
    await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
    await expect(stateIn(row, 'On')).toBeVisible();
    await sendLink(methodRow(page, 'Magic link'));
    await look('One method is on, and a link was sent');
    await row.getByRole('button', { name: 'More for Authenticator app' }).click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    await look("A method's menu");
    await page.keyboard.press('Escape');
    await page.context().setOffline(true);
    await expect(page.getByText(/seem to be offline/)).toBeVisible();
    // The page looks by itself whether the link was used.
    await expect(page.getByRole('alert')).toContainText("You're offline");
    await look('Offline');
    await page.context().setOffline(false);
  },
};

const settingsLoading: Journey = {
  name: 'settings-loading',
  title: 'The settings while they load, and where they cannot',
  async walk(stage) {
    const { page, faults, look } = stage;
    await openSettings(stage);
    const release = faults.hold('GET /mfa/methods');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('Loading');
    faults.answer('GET /mfa/methods', { status: 500 });
    faults.answer('GET /mfa/status', { status: 500 });
    release();
    await page.reload();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('The service fails');
  },
};

const turnOnMagicLink: Journey = {
  name: 'turn-on-magic-link',
  title: 'Turn on magic link',
  async walk(stage) {
    const { page, ada, mailbox, faults, openOtherBrowser, look } = stage;
    await openSettings(stage);
    await page.goto('/set-up/magic-link');
    await expect(openDialog(page)).toBeVisible();
    await look('The dialog');
    await page.keyboard.press('Escape');
    await sendLink(methodRow(page, 'Magic link'));
    const link = await mailbox.linkFor(ada.email);
    const other = await openOtherBrowser();
    faults.answer('POST /mfa/magic-link/activate', { status: 500 }, { times: 1 });
    await other.goto(link);
    await expect(other.getByRole('button', { name: 'Turn on magic link' })).toBeVisible();
    await look('The link, opened in another browser', other);
    await other.getByRole('button', { name: 'Turn on magic link' }).click();
    await expect(other.getByRole('button', { name: 'Try again' })).toBeVisible();
    await look('It failed', other);
    const tab = await openTab(page, link);
    await expect(tab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    await look('The link, opened in the same browser', tab);
    await openTab(page, link).then((again) => again.close());
    await other.goto(link);
    await other.getByRole('button', { name: 'Turn on magic link' }).click();
    await expect(other.getByRole('heading', { level: 1 })).toContainText(/no longer/);
    await look('The link, opened again', other);
    await expect(stateIn(methodRow(page, 'Magic link'), 'On')).toBeVisible();
    await look('It is on');
  },
};

const turnOff: Journey = {
  name: 'turn-off',
  title: 'Test, turn off and reset',
  async walk(stage) {
    const { app, page, ada, look } = stage;
    const { nextCode } = await enrolAuthenticatorApp(app, ada);
    await openSettings(stage, nextCode());
    await chooseFor(page, 'Authenticator app', 'Test Authenticator app now');
    await expect(page.getByLabel('Code from the app')).toBeVisible();
    await look('Test it');
    await confirmCode(page, nextCode());
    await expect(openDialog(page).getByRole('button', { name: 'Done' })).toBeVisible();
    await look('It works');
    await openDialog(page).getByRole('button', { name: 'Done' }).click();
    await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
    await expect(openDialog(page)).toContainText('password');
    await look('Turn it off?');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /^Reset everything/ }).click();
    await expect(openDialog(page)).toBeVisible();
    await look('Reset everything?');
    await page.keyboard.press('Escape');
    await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
    await openDialog(page)
      .getByRole('button', { name: /^Turn off/ })
      .click();
    await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();
    await look('It is off');
  },
};

const stepUp: Journey = {
  name: 'confirm-its-you',
  title: "Confirm that it's you before a change",
  async walk(stage) {
    const { app, page, faults, look } = stage;
    await openSettings(stage);
    await app.clock.advance(11 * 60_000);
    await methodRow(page, 'Magic link').getByRole('button', { name: 'Send link' }).click();
    await expect(openDialog(page).getByLabel('Password', { exact: true })).toBeVisible();
    await look('The password is asked for');
    faults.answer('POST /user/login', { status: 401, body: { success: false } }, { times: 1 });
    await openDialog(page).getByLabel('Password', { exact: true }).fill('a wrong guess');
    await openDialog(page).getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(openDialog(page).getByRole('alert').first()).toBeVisible();
    await look('A wrong password');
  },
};

export const settingsJourneys = [settings, settingsLoading, turnOnMagicLink, turnOff, stepUp];
