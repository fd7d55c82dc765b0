import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { methodRow, signInAt, stateIn } from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

const complete = 'POST /mfa/passkey/complete-registration';

function setUpDialog(page: Page) {
  return page.getByRole('dialog', { name: 'Set up a passkey' });
}

async function openSetUp(page: Page) {
  await methodRow(page, 'Passkey').getByRole('button', { name: 'Set up Passkey' }).click();
  await expect(setUpDialog(page)).toBeVisible();
  return setUpDialog(page);
}

async function openAddAnother(page: Page) {
  await methodRow(page, 'Passkey').getByRole('button', { name: 'More for Passkey' }).click();
  await page.getByRole('menuitem', { name: 'Add another passkey' }).click();
  return page.getByRole('dialog', { name: 'Add another passkey' });
}

/** What the row says after a set-up. */
const added = (page: Page) => methodRow(page, 'Passkey').getByText('Passkey added.');

async function createPasskey(page: Page) {
  await setUpDialog(page).getByRole('button', { name: 'Create passkey' }).click();
}

async function setUpPasskey(page: Page) {
  await openSetUp(page);
  await createPasskey(page);
  await expect(stateIn(methodRow(page, 'Passkey'), 'On')).toBeVisible();
  await expect(page.locator('dialog')).toBeHidden();
}

test('A person sets up a passkey, learns where it is kept, and can test it @phone', async ({
  signedIn: page,
  requests,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await openSetUp(page);
  await expect(page).toHaveURL('./set-up/passkey');

  await setUpDialog(page).getByRole('button', { name: 'Create passkey' }).dblclick();

  const row = methodRow(page, 'Passkey');
  await expect(row.getByText('Saved on this device.')).toBeVisible();
  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  await expect(row.getByText('1 passkey: This device')).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
  expect(requests.count(complete), 'one request for a double click').toBe(1);
  await row.getByRole('link', { name: 'Test it now' }).click();
  await expect(page).toHaveURL('./test/passkey');
});

test('A person with an authenticator app makes their new passkey primary @translated', async ({
  app,
  page,
  user,
  openSettings,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await VirtualAuthenticator.attach(page);
  await openSettings();
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: 'Turn on Authenticator app' })
    .click();
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Primary')).toBeVisible();
  const row = methodRow(page, 'Passkey');
  await row.getByRole('button', { name: 'Set up Passkey' }).click();
  await expect(row.getByText(/stronger than your authenticator app/)).toBeVisible();

  await row.getByRole('button', { name: 'Make Passkey primary' }).click();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  await expect(row.getByRole('heading'), 'the button is gone').toBeFocused();
  await expect(row.getByText(/stronger than/)).toHaveCount(0);

  await row.getByRole('button', { name: 'Dismiss' }).click();
  await expect(added(page)).toHaveCount(0);
  await expect(row.getByRole('heading')).toBeFocused();
});

test('A person whose browser creates no passkey calmly learns what it can mean, and tries again @translated', async ({
  signedIn: page,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await authenticator.recognise(false);
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect(dialog.getByText("The passkey wasn't created.")).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expectNoAxeViolations(page);

  await authenticator.recognise(true);
  await dialog.getByRole('button', { name: 'Try again' }).click();

  await expect(added(page)).toBeVisible();
});

test('A person whose security key has no PIN reads that it may need one, not that they cancelled', async ({
  signedIn: page,
}) => {
  const key = await VirtualAuthenticator.attach(page, 'usb', { hasPin: false });
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect(dialog.getByText('A security key may need a PIN first')).toBeVisible();
  await expect(dialog.getByText('Canceled')).toBeHidden();
  await expect(dialog.getByRole('alert')).toHaveCount(0);

  await key.remove();
  await VirtualAuthenticator.attach(page, 'usb');
  await dialog.getByRole('button', { name: 'Try again' }).click();

  await expect(added(page)).toBeVisible();
});

for (const part of ['getTransports', 'getPublicKey', 'getAuthenticatorData'])
  test(`A passkey counts though the browser's ${part} throws`, async ({ signedIn: page }) => {
    await VirtualAuthenticator.attach(page);
    await page.evaluate((name) => {
      Object.defineProperty(AuthenticatorAttestationResponse.prototype, name, {
        value: () => {
          throw new TypeError('Illegal invocation');
        },
      });
    }, part);
    await openSetUp(page);
    await createPasskey(page);
    await expect(added(page)).toBeVisible();
  });

test('A passkey that the page cannot read is reported, and not left on the device', async ({
  signedIn: page,
  requests,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await page.evaluate(() => {
    Object.defineProperty(AuthenticatorAttestationResponse.prototype, 'attestationObject', {
      get() {
        throw new TypeError('Illegal invocation');
      },
    });
  });
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect(dialog.getByRole('alert')).toContainText("it wasn't saved to your account");
  await expect.poll(() => authenticator.credentials()).toHaveLength(0);
  expect(requests.count(complete)).toBe(0);
});

test('A person who waits too long gets a calm message, and tries again', async ({
  signedIn: page,
  faults,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await authenticator.touch(false);
  const data = {
    challenge: 'dGVzdCBjaGFsbGVuZ2U=',
    rp: { name: 'MFA settings' },
    user: { id: 'AQID', name: 'grace', displayName: 'Grace' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    timeout: 500,
  };
  faults.answer('POST /mfa/setup', { status: 200, body: { success: true, data } }, { times: 1 });
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect(dialog.getByText('Follow the steps your browser shows.')).toBeVisible();
  await expect(dialog.getByText("The passkey wasn't created.")).toBeVisible({ timeout: 15_000 });
  await expect(dialog.getByRole('alert')).toHaveCount(0);

  await authenticator.touch(true);
  await dialog.getByRole('button', { name: 'Try again' }).click();

  await expect(added(page)).toBeVisible();
});

test('A person whose device already has a passkey sees that', async ({ signedIn: page }) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await setUpPasskey(page);
  const dialog = await openAddAnother(page);
  await expect(dialog.getByText('You have 1 passkey.')).toBeVisible();

  await dialog.getByRole('button', { name: 'This device' }).click();

  await expect(dialog.getByText('This device already has a passkey')).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'A phone or security key' })).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await authenticator.credentials()).toHaveLength(1);
  await dialog.getByRole('link', { name: 'Test the passkey you have' }).click();
  await expect(page).toHaveURL('./test/passkey');
  await page.goBack();
  await expect(page).toHaveURL('./');
});

test('A person adds a second passkey on a security key, and learns that both are turned off together', async ({
  signedIn: page,
}) => {
  const device = await VirtualAuthenticator.attach(page);
  await setUpPasskey(page);
  await device.remove();
  await VirtualAuthenticator.attach(page, 'usb');
  const dialog = await openAddAnother(page);
  await expect(
    dialog.getByText('Turning passkeys off turns them all off. None is deleted.'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'A phone or security key' }).click();
  const row = methodRow(page, 'Passkey');
  await expect(row.getByText('Saved on your security key.')).toBeVisible();

  await expect(row.getByText('2 passkeys: This device, Security key')).toBeVisible();
});

test('A person sees their passkeys, and gives one a name of their own @phone @translated', async ({
  signedIn: page,
}) => {
  await VirtualAuthenticator.attach(page);
  await setUpPasskey(page);
  const row = methodRow(page, 'Passkey');
  await row.getByRole('link', { name: 'Manage passkeys' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your passkeys' });
  await expect(dialog.getByRole('listitem')).toContainText('Created here on');
  await expect(dialog.getByText('Names and dates are kept in this browser only.')).toBeVisible();
  await expectNoAxeViolations(page);

  await dialog.getByRole('button', { name: 'Rename This device' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expect(dialog.getByLabel('Name')).toHaveValue('This device');
  await expectNoAxeViolations(page);
  await dialog.getByLabel('Name').fill('My laptop');
  await page.keyboard.press('Enter');

  await expect(dialog.getByRole('button', { name: 'Rename My laptop' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(row.getByText('1 passkey: My laptop')).toBeVisible();
});

test('A person reads that their passkeys could not be loaded', async ({
  signedIn: page,
  faults,
}) => {
  await VirtualAuthenticator.attach(page);
  await setUpPasskey(page);
  faults.answer('POST /mfa/passkey/auth-options', { status: 500, body: '{}' });
  await page.goto('./passkeys');
  const dialog = page.getByRole('dialog', { name: 'Your passkeys' });
  await expect(dialog.getByRole('alert')).toContainText("We couldn't load your passkeys.");
});

test('A person turns passkeys off, and turns them on again by adding another @translated', async ({
  signedIn: page,
}) => {
  const device = await VirtualAuthenticator.attach(page);
  await setUpPasskey(page);
  const row = methodRow(page, 'Passkey');
  await row.getByRole('button', { name: 'More for Passkey' }).click();
  await page.getByRole('menuitem', { name: 'Turn off Passkey' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off Passkey' }).click();
  await expect(stateIn(row, 'Off')).toBeVisible();
  await device.remove();
  await VirtualAuthenticator.attach(page, 'usb');

  const dialog = await openAddAnother(page);
  await expect(dialog.getByText('Your passkeys are turned off.')).toBeVisible();
  await dialog.getByRole('button', { name: 'A phone or security key' }).click();

  await expect(stateIn(row, 'On')).toBeVisible();
});

test('A passkey that the server refuses is not left on the device', async ({
  signedIn: page,
  faults,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  const refusal = { success: false, error: 'Passkey registration failed' };
  faults.answer(complete, { status: 400, body: refusal }, { times: 1 });
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect(dialog.getByRole('alert')).toContainText("it wasn't saved to your account");
  await expect.poll(() => authenticator.credentials()).toHaveLength(0);

  await dialog.getByRole('button', { name: 'Try again' }).click();

  await expect(added(page)).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
});

test('A passkey that was saved although the answer was lost counts, and is kept', async ({
  signedIn: page,
  faults,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  faults.cut(complete, { times: 1 });
  await openSetUp(page);
  await createPasskey(page);
  await expect(added(page)).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
});

test('While the service cannot be reached, the page does not claim to know whether the passkey was saved', async ({
  signedIn: page,
  faults,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  const dialog = await openSetUp(page);
  faults.refuse(complete);
  faults.answer('POST /mfa/passkey/auth-options', { status: 502, body: '<h1>Bad gateway</h1>' });
  await createPasskey(page);
  await expect(dialog.getByRole('alert')).toContainText("we couldn't tell whether");
  expect(await authenticator.credentials(), 'it may be the account’s').toHaveLength(1);
});

test('A person sees that no passkey was created where the server does not start the set-up', async ({
  signedIn: page,
  faults,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  faults.answer('POST /mfa/setup', { status: 500, body: '<h1>10.0.0.7</h1>' }, { times: 1 });
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect(dialog.getByRole('alert')).toContainText('No passkey was created.');
  await expect(page.getByText('10.0.0.7')).toBeHidden();
  expect(await authenticator.credentials()).toHaveLength(0);
});

test('The challenge is sent back exactly as received, also in the short form and in standard base64', async ({
  signedIn: page,
  faults,
}) => {
  await VirtualAuthenticator.attach(page);
  const challenge = '+/++dGVzdCBjaGFsbGVuZ2U=';
  const data = { challenge, rpName: 'MFA settings', userName: 'grace@example.com' };
  faults.answer('POST /mfa/setup', { status: 200, body: { success: true, data } });
  faults.answer(complete, { status: 200, body: { success: true } });
  await openSetUp(page);
  const sent = page.waitForRequest('**/complete-registration');
  await createPasskey(page);
  expect((await sent).postDataJSON()).toMatchObject({
    challenge,
    credential: { type: 'public-key' },
  });
});

test("[A11] Leaving the dialog ends the browser's passkey prompt", async ({
  signedIn: page,
  requests,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await authenticator.touch(false);
  await page.evaluate(() => {
    const create = navigator.credentials.create.bind(navigator.credentials);
    navigator.credentials.create = (options) => {
      Object.assign(globalThis, { ceremony: options?.signal });
      return create(options);
    };
  });
  const isEnded = () => page.evaluate<boolean>('ceremony.aborted');
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect.poll(() => page.evaluate('"ceremony" in globalThis')).toBe(true);
  expect(await isEnded()).toBe(false);

  await dialog.getByRole('button', { name: 'Close' }).click();

  await expect.poll(isEnded).toBe(true);
  await expect(dialog).toBeHidden();
  expect(requests.count(complete)).toBe(0);
});

test('[A11] Leaving the dialog before the server answers shows no passkey prompt', async ({
  signedIn: page,
  faults,
  requests,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  const release = faults.hold('POST /mfa/setup');
  const dialog = await openSetUp(page);
  await createPasskey(page);
  await expect.poll(() => requests.count('POST /mfa/setup')).toBe(1);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const last = page.waitForResponse('**/mfa/passkey/auth-options');

  release();

  await last;
  await openSetUp(page);
  expect(await authenticator.credentials()).toHaveLength(0);
  expect(requests.count(complete)).toBe(0);
});

test('A person whose browser has no WebAuthn sees why, and is offered the authenticator app', async ({
  page,
  user,
}) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
  await signInAt(page, user, '/set-up/passkey');
  const dialog = setUpDialog(page);
  await expect(dialog.getByText("This browser can't use passkeys.")).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Create passkey' })).toHaveCount(0);

  await dialog.getByRole('link', { name: 'Set up an authenticator app' }).click();

  await expect(page).toHaveURL('./set-up/authenticator-app');
  await expect(dialog).toBeHidden();
});

test('Where the app is set up but off, a person without WebAuthn turns it on instead', async ({
  app,
  page,
  user,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
  await signInAt(page, user, '/set-up/passkey');

  await setUpDialog(page).getByRole('button', { name: 'Turn on your authenticator app' }).click();

  await expect(page).toHaveURL('./');
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'On')).toBeVisible();
});

test('On a device that cannot unlock passkeys, a person reads what else can store one', async ({
  signedIn: page,
}) => {
  await VirtualAuthenticator.attach(page, 'usb');
  await page.reload();
  const dialog = await openSetUp(page);
  await expect(dialog.getByText("This device can't unlock a passkey itself.")).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Set up an authenticator app' })).toBeVisible();
  await createPasskey(page);
  await expect(methodRow(page, 'Passkey').getByText('Saved on your security key.')).toBeVisible();
});
