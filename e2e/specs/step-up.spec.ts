import { enrolAuthenticatorApp, enrolMagicLink, enrolPasskey } from '../support/enrol.ts';
import {
  chooseFor,
  methodRow,
  openTab,
  sendLink,
  settingsHeading,
  shownKey,
  signInAt,
  signInButton,
  signOut,
  stateIn,
} from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { codeFor } from '../support/test-user.ts';
import { expect, test } from '../support/test.ts';
import type { Page } from '@playwright/test';

const question = (page: Page) => page.getByRole('dialog', { name: "Confirm it's you" });
const turnOffButton = (page: Page) =>
  page.getByRole('alertdialog').getByRole('button', { name: /^Turn off/ });
const elevenMinutes = 11 * 60_000;

test('[B6] A person who turns a method on after ten minutes is asked once, and it is on @phone @translated', async ({
  page,
  user,
  clock,
  requests,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  await clock.advance(elevenMinutes);
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(
    question(page).getByText("Confirm it's you to turn on your authenticator app."),
  ).toBeVisible();
  await question(page).getByLabel('Password', { exact: true }).fill(user.password);
  await question(page).getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(question(page)).toBeHidden();
  await expect(stateIn(row, 'On')).toBeVisible();
  expect(requests.count('POST /mfa/enable'), 'once refused, once more with the proof').toBe(2);
});

test('[B6] A person who asks for a link after ten minutes is asked once, and the link turns it on', async ({
  signedIn: page,
  user,
  clock,
  mailbox,
}) => {
  await clock.advance(elevenMinutes);
  await methodRow(page, 'Magic link').getByRole('button', { name: 'Send link' }).click();
  await expect(question(page).getByText("Confirm it's you to get the link.")).toBeVisible();
  await question(page).getByLabel('Password', { exact: true }).fill(user.password);
  await question(page).getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(question(page)).toBeHidden();
  await openTab(page, await mailbox.linkFor(user.email));
  await expect(stateIn(methodRow(page, 'Magic link'), 'On')).toBeVisible();
});

test('[B6] A completed set-up counts as proof for the next ten minutes', async ({
  signedIn: page,
  app,
  clock,
}) => {
  const minutes = 60_000;
  // Recent enough: the page asks first from the eighth minute.
  await clock.advance(7 * minutes);
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: /^Set up/ })
    .click();
  const key = await shownKey(page);
  await page.getByLabel('Code from the app').fill(codeFor(key, app.clock.now()));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Save your backup codes' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave' }).click();
  // Thirteen minutes after the password, and two before the page would ask first.
  await clock.advance(6 * minutes);
  await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Turn off/ })
    .click();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test('With no method on, a person enters the password, and the dialog opens @phone @translated', async ({
  signedIn: page,
  user,
  clock,
  requests,
}) => {
  await clock.advance(elevenMinutes);
  await page.goto('/set-up/authenticator-app');
  await expect(question(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(
    question(page).getByText("Confirm it's you to set up your authenticator app."),
  ).toBeVisible();
  const password = question(page).getByLabel('Password', { exact: true });
  await expect(password).toBeFocused();
  await expectNoAxeViolations(page);

  await password.fill('a wrong guess');
  await page.keyboard.press('Enter');
  await expect(question(page).getByRole('alert')).toContainText("That password isn't right");
  await password.fill(user.password);
  await question(page).getByRole('button', { name: 'Confirm', exact: true }).dblclick();

  await expect(question(page)).toBeHidden();
  await expect(page.getByLabel('Code from the app')).toBeVisible();
  await expect(page.getByText(/^([A-Z2-7]{4} ?)+$/)).toBeVisible();
  expect(requests.count('POST /mfa/setup'), 'asked for only with the proof').toBe(1);
  expect(requests.count('POST /user/login')).toBe(3);
});

test('When asked for a code, a person uses passkey autofill instead, and the dialog opens', async ({
  app,
  page,
  user,
  clock,
  authenticator,
  openSettings,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openSettings({ code: nextCode() });
  await enrolPasskey(page);
  await authenticator.touch(false);
  await clock.advance(elevenMinutes);
  await page.goto('/turn-off/authenticator-app');
  await expect(question(page).getByLabel('Code from the app')).toHaveAttribute(
    'autocomplete',
    'one-time-code webauthn',
  );
  await question(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.locator('dialog')).toHaveCount(0);

  await authenticator.touch(true);
  await page.goto('/turn-off/authenticator-app');

  await turnOffButton(page).click();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();
});

test('With a method on, a person gives proof before the dialog that needs it, and is not asked again @translated', async ({
  app,
  page,
  user,
  clock,
  requests,
  openSettings,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openSettings({ code: nextCode() });
  await expect(settingsHeading(page)).toBeVisible();
  await clock.advance(elevenMinutes);
  await page.reload();
  const row = methodRow(page, 'Authenticator app');
  await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');

  await expect(question(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(
    question(page).getByText("Confirm it's you to turn off your authenticator app."),
  ).toBeVisible();
  await expectNoAxeViolations(page);
  await question(page).getByLabel('Code from the app').fill(nextCode());

  await expect(question(page)).toBeHidden();
  await turnOffButton(page).click();
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(stateIn(row, 'Off')).toBeVisible();
  expect(requests.count('POST /mfa/disable'), 'never refused').toBe(1);
});

test('A person who cancels is back in the settings, where the focus was @translated', async ({
  app,
  page,
  user,
  clock,
  openSettings,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openSettings({ code: nextCode() });
  await expect(settingsHeading(page)).toBeVisible();
  await clock.advance(elevenMinutes);
  await page.reload();
  await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
  await expect(question(page)).toBeVisible();

  await page.keyboard.press('Escape');

  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('button', { name: 'More for Authenticator app' })).toBeFocused();
  await expect(page.getByRole('alert')).toBeHidden();
  await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
  await expect(question(page), 'asked again').toBeVisible();
});

test('Where a proof grows old while a dialog is open, the question takes the place of that dialog @translated', async ({
  app,
  page,
  user,
  clock,
  openSettings,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openSettings({ code: nextCode() });
  await chooseFor(page, 'Authenticator app', 'Turn off Authenticator app');
  await expect(turnOffButton(page)).toBeVisible();
  await clock.advance(elevenMinutes);
  await turnOffButton(page).click();
  await expect(question(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expectNoAxeViolations(page);

  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(page.getByText('Canceled. Nothing changed.')).toBeVisible();
  await expect(turnOffButton(page)).toBeFocused();

  await turnOffButton(page).click();
  await question(page).getByLabel('Code from the app').fill(nextCode());
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();
});

test('A link opened in another tab counts as proof, and the dialog opens', async ({
  app,
  page,
  user,
  mailbox,
  clock,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await signInAt(page, user);
  await sendLink(page);
  const tab = await openTab(page, await mailbox.linkFor(user.email));
  await expect(settingsHeading(page)).toBeVisible();
  await clock.advance(elevenMinutes);
  await page.goto('/turn-off/magic-link');
  await sendLink(question(page));
  await tab.goto(await mailbox.linkFor(user.email));
  await turnOffButton(page).click();

  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(stateIn(methodRow(page, 'Magic link'), 'Off')).toBeVisible();
});

test('Signing out in another tab closes the request for proof with everything else', async ({
  signedIn: page,
  clock,
}) => {
  await methodRow(page, 'Passkey').getByRole('button', { name: 'Set up Passkey' }).click();
  const create = page.getByRole('button', { name: 'Create passkey' });
  await expect(create).toBeVisible();
  await clock.advance(elevenMinutes);
  await create.click();
  await expect(question(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  const tab = await openTab(page, '/');
  await expect(settingsHeading(tab)).toBeVisible();
  await signOut(tab);
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(signInButton(page)).toBeVisible();
});
