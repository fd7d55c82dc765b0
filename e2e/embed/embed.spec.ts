import { enrolAuthenticatorApp, enrolMagicLink, enrolPasskey } from '../support/enrol.ts';
import {
  chooseFor,
  confirmCode,
  methodRow,
  openDialog,
  secondStepHeading,
  settingsRead,
  shownKey,
  stateIn,
} from '../support/pages.ts';
import { codeFor } from '../support/test-user.ts';
import { expect, test } from './open-host.ts';

test('A person sets up an authenticator app in a page of the host, whose address and title stay @smoke', async ({
  page,
  app,
  user,
  openHost,
  hostPage,
}) => {
  await openHost({}, { isProven: false });
  await settingsRead(page);
  const entries = await page.evaluate(() => window.history.length);

  const setUp = page.getByRole('button', { name: 'Set up Authenticator app' });
  await setUp.click();
  // The session has no proof that the host knows of: the step-up comes first.
  const dialog = openDialog(page);
  await dialog.getByLabel('Password', { exact: true }).fill(user.password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  const key = await shownKey(dialog);
  const field = dialog.getByLabel('Code from the app');
  await expect(field, 'ready to type').toBeFocused();
  await field.fill(codeFor(key, app.clock.now()));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  const codes = dialog.getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [code = ''] = await codes.allInnerTexts();
  await dialog.getByRole('button', { name: "I've saved them" }).click();
  await dialog.getByLabel('One of your backup codes').fill(code);
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await expect(dialog).toBeHidden();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'On')).toBeVisible();
  // The button that opened the dialog is gone.
  await expect(page.getByRole('heading', { name: /^Authenticator app,/ })).toBeFocused();

  await expect(page).toHaveURL(`./${hostPage}?`);
  expect(await page.evaluate(() => window.history.length)).toBe(entries);
  await expect(page).toHaveTitle(/^A page with/);
});

test('A person gives their second step, turns a method on again, makes it primary and turns it off', async ({
  page,
  app,
  user,
  mailbox,
  openHost,
  events,
}) => {
  await enrolMagicLink(app, mailbox, user, { isOff: true });
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openHost();
  await expect(secondStepHeading(page)).toBeVisible();
  await confirmCode(page, nextCode());
  await settingsRead(page);

  const row = methodRow(page, 'Magic link');
  await row.getByRole('button', { name: 'Turn on Magic link' }).click();
  await expect(stateIn(row, 'On')).toBeVisible();
  await row.getByRole('button', { name: 'Make Magic link primary' }).click();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  await chooseFor(page, 'Magic link', 'Turn off Magic link');
  await openDialog(page).getByRole('button', { name: 'Turn off Magic link' }).click();
  await expect(stateIn(row, 'Off')).toBeVisible();

  const told = await events();
  expect(told.flatMap(({ type, action }) => (type === 'action-done' ? [action] : []))).toEqual([
    'prove',
    'turn-on',
    'make-primary',
    'turn-off',
  ]);
  expect(told.flatMap(({ page: opened }) => opened ?? [])).toEqual([
    '/',
    '/sign-in/second-step',
    '/',
    '/turn-off/magic-link',
    '/',
  ]);
  expect(JSON.stringify(told), 'nothing that says who it was').not.toContain(user.email);
});

test('The host stops an action before it is sent, and the settings say that nothing changed', async ({
  page,
  app,
  user,
  openHost,
  requests,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await openHost({ stop: 'turn-on' });
  await settingsRead(page);
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(row.getByText(/^Canceled\. Nothing changed\./)).toBeVisible();
  expect(requests.count('POST /mfa/enable')).toBe(0);
  await expect(stateIn(row, 'Off')).toBeVisible();
});

test('Where the settings are only to be read, nothing can be changed', async ({
  page,
  app,
  user,
  openHost,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await openHost({ readOnly: 'true' });
  await settingsRead(page);
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Off')).toBeVisible();
  const settings = page.locator('.settings, mfa-settings');
  await expect(settings.getByRole('button')).toHaveCount(0);
  await expect(settings.getByRole('link')).toHaveCount(0);
});

test('The host offers some methods only', async ({ page, openHost }) => {
  await openHost({ methods: '["GOOGLE_AUTH"]' });
  await expect(methodRow(page, 'Authenticator app')).toBeVisible();
  await expect(methodRow(page, 'Passkey')).toHaveCount(0);
  await expect(methodRow(page, 'Magic link')).toHaveCount(0);
});

test('The host has other words for some sentences, also in another language and in dialogs', async ({
  page,
  openHost,
}) => {
  const messages = JSON.stringify({
    Methods: 'Ways to sign in',
    'Set up {name}': 'Begin with {name}',
    'Enter your password.': 'The password, please.',
  });
  await openHost({ messages, locale: 'de' }, { isProven: false });
  await expect(page.getByRole('heading', { name: 'Ways to sign in' })).toBeVisible();
  await page.getByRole('button', { name: /^Begin with Authenticator-App/ }).click();
  await openDialog(page).getByRole('button', { name: 'Bestätigen' }).click();
  await expect(openDialog(page).getByText('The password, please.')).toBeVisible();
});

for (const way of ['fragment', 'path'])
  test(`The settings follow the ${way} of the address where the host asks for it, and Back closes a dialog`, async ({
    page,
    openHost,
    hostPage,
  }) => {
    const isHash = way === 'fragment';
    const routing = isHash ? 'hash' : JSON.stringify({ base: `/${hostPage}` });
    await openHost({ routing }, { isProven: false });
    await settingsRead(page);
    await page.getByRole('button', { name: 'Set up Authenticator app' }).click();
    await expect(openDialog(page)).toBeVisible();
    const dialog = '/set-up/authenticator-app';
    await expect(page).toHaveURL(
      isHash ? `./${hostPage}?routing=hash#${dialog}` : `./${hostPage}${dialog}`,
    );
    await page.goBack();
    await expect(openDialog(page)).toBeHidden();
    await expect(page).toHaveURL((url) => url.pathname === `/${hostPage}`);
  });

test('A person adds a passkey, and proves by it who they are', async ({
  page,
  openHost,
  authenticator,
}) => {
  await openHost();
  await settingsRead(page);
  await enrolPasskey(page);
  await expect(stateIn(methodRow(page, 'Passkey'), 'Primary')).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
  // As an hour later: the host no longer knows of a proof.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem('host') ?? '{}') as object;
    localStorage.setItem('host', JSON.stringify({ ...kept, provenAt: 1 }));
  });
  await page.reload();
  await settingsRead(page);
  await chooseFor(page, 'Passkey', 'Turn off Passkey');
  await openDialog(page)
    .getByRole('button', { name: /passkey/i })
    .click();
  await openDialog(page).getByRole('button', { name: 'Turn off Passkey' }).click();
  await expect(stateIn(methodRow(page, 'Passkey'), 'Off')).toBeVisible();
});

test('A session that has ended leads to the sign-in of the host, and back to its page', async ({
  page,
  openHost,
  hostPage,
}) => {
  await openHost();
  await settingsRead(page);
  await page.evaluate(() => {
    localStorage.setItem('host', '{}');
    window.dispatchEvent(new Event('mfa-session-change'));
  });
  await expect(page.getByText("You're signed out.")).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveTitle(`Signing in, to go on at /${hostPage}`);
});
