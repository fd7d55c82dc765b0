import { holdScripts, open } from '../support/hold-scripts.ts';
import { methodRow, openTab, sendLink, settingsRead, signInAt, stateIn } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.describe('The settings', () => {
  test('list the three methods, strongest first, and say which are set up @phone', async ({
    signedIn: page,
  }) => {
    const names = page.getByRole('listitem').getByRole('heading');
    await expect(names).toHaveText([/^Passkey/, /^Authenticator app/, /^Magic link/]);
    for (const name of ['Passkey', 'Authenticator app', 'Magic link'] as const)
      await expect(stateIn(methodRow(page, name), 'Not set up')).toBeVisible();
    await expect(page).toHaveTitle(/Multi-factor authentication/);
  });

  test('fit a phone without scrolling sideways @phone', async ({ signedIn: page }) => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('A person turns on their authenticator app, and it is asked for first @translated', async ({
  page,
  requests,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const row = methodRow(page, 'Authenticator app');
  await expect(stateIn(row, 'Off')).toBeVisible();

  await row.getByRole('button', { name: 'Turn on Authenticator app' }).dblclick();

  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  expect(requests.count('POST /mfa/enable'), 'one request for a double click').toBe(1);
  await page.reload();
  await expect(stateIn(row, 'On')).toBeVisible();
});

test('A person makes another method primary, and every tab agrees @translated', async ({
  page,
  user,
  mailbox,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const authenticator = methodRow(page, 'Authenticator app');
  const magicLink = methodRow(page, 'Magic link');
  await authenticator.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(authenticator, 'Primary')).toBeVisible();
  await sendLink(magicLink);
  const otherTab = await openTab(page, await mailbox.linkFor(user.email));
  await expect(otherTab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  await otherTab.goto('./');

  await magicLink.getByRole('button', { name: 'Make Magic link primary' }).click();

  for (const tab of [page, otherTab]) {
    await expect(stateIn(methodRow(tab, 'Magic link'), 'Primary')).toBeVisible();
    await expect(stateIn(methodRow(tab, 'Authenticator app'), 'Primary')).toBeHidden();
  }
});

test('A change that is made while another tab loads is on that tab, too', async ({
  page,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const otherTab = await openTab(page, './');
  await settingsRead(otherTab);
  const goOn = await holdScripts(otherTab);
  const read = otherTab.waitForResponse('**/mfa/methods');
  await open(otherTab, './');
  await read;

  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  goOn();

  await expect(stateIn(methodRow(otherTab, 'Authenticator app'), 'Primary')).toBeVisible();
});

test('A person sees in the row why a method did not turn on, and tries again @translated', async ({
  page,
  faults,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const row = methodRow(page, 'Authenticator app');
  const turnOn = row.getByRole('button', { name: 'Turn on Authenticator app' });
  faults.answer(
    'POST /mfa/enable',
    { status: 500, body: '<h1>Bad gateway at 10.0.0.7</h1>' },
    { times: 1 },
  );

  await turnOn.click();
  await expect(row.getByRole('alert')).toBeVisible();
  await expect(page.getByText('10.0.0.7')).toBeHidden();
  await expect(stateIn(row, 'Off')).toBeVisible();

  await turnOn.click();
  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(row.getByRole('alert')).toBeHidden();
});

test('A method that this version does not know is listed and cannot be changed', async ({
  page,
  user,
  faults,
}) => {
  const methods = ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK', 'CARRIER_PIGEON'];
  faults.answer('GET /mfa/methods', { status: 200, body: { success: true, data: methods } });
  await signInAt(page, user);
  const row = page.getByRole('listitem').filter({ hasText: 'Not supported in this version' });
  await expect(row).toBeVisible();
  await expect(row.getByRole('button')).toHaveCount(0);
  await expect(stateIn(methodRow(page, 'Passkey'), 'Not set up')).toBeVisible();
});

test('A double click presses nothing else when a failure message disappears under it', async ({
  signedIn: page,
  faults,
}) => {
  const row = methodRow(page, 'Magic link');
  const send = row.getByRole('button', { name: 'Send link' });
  const failure = { status: 500, body: { success: false, error: 'No' } };
  faults.answer('POST /mfa/magic-link/send', failure, { times: 1 });
  await send.click();
  await expect(row.getByRole('alert')).toBeVisible();
  // At the end of the page, where it moves down by what goes.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const release = faults.hold('POST /mfa/magic-link/send');
  const above = methodRow(page, 'Authenticator app').getByRole('button', { name: /^Set up/ });
  const { y: before = 0 } = (await above.boundingBox()) ?? {};
  await send.dblclick();
  const { y: after = 0 } = (await above.boundingBox()) ?? {};
  expect(after, 'moved under the pointer').toBeGreaterThan(before);
  release();
  await expect(row.getByText(/^Link sent to/)).toBeVisible();
  await expect(page.locator('dialog')).toHaveCount(0);
});
