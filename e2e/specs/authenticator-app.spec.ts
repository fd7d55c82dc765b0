import type { Page } from '@playwright/test';
import { methodRow, openTab, sendLink, shownKey, stateIn } from '../support/pages.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';
import { codeFor } from '../support/test-user.ts';

const minute = 60_000;

const setUp = (page: Page) => page.getByRole('dialog', { name: 'Set up your authenticator app' });
const saveCodes = (page: Page) => page.getByRole('dialog', { name: 'Save your backup codes' });
const typeBack = (page: Page) => page.getByRole('dialog', { name: 'Check what you saved' });
const leave = (page: Page) =>
  page.getByRole('alertdialog', { name: 'Have you saved your backup codes?' });
const done = (page: Page) =>
  methodRow(page, 'Authenticator app').getByText('Your authenticator app is set up.');
const nextStep = (page: Page) =>
  saveCodes(page).getByRole('button', { name: "I've saved them" }).click();

async function confirm(page: Page, code: string): Promise<void> {
  await setUp(page).getByLabel('Code from the app').fill(code);
  await setUp(page).getByRole('button', { name: 'Confirm' }).click();
}

async function shownCodes(page: Page): Promise<string[]> {
  const codes = saveCodes(page).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  return codes.allInnerTexts();
}

test('A person sets up their authenticator app, saves the backup codes and proves it @phone @translated', async ({
  signedIn: page,
  clock,
  requests,
  isMobile,
}) => {
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Set up Authenticator app' }).click();
  const opener = setUp(page).getByRole('link', { name: 'Open in an app on this device' });
  if (isMobile) {
    await expect(opener).toHaveAttribute('href', /^otpauth:/);
    await setUp(page).getByText('Scan with another device').click();
  } else await expect(opener).toBeHidden();
  await expect(setUp(page).getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expect(page).toHaveTitle('Set up your authenticator app');
  const code = codeFor(await shownKey(page), clock.now());
  await setUp(page).getByLabel('Code from the app').fill(code);
  expect(requests.count('POST /mfa/verify-setup'), 'no submitting by itself').toBe(0);
  await setUp(page).getByRole('button', { name: 'Confirm' }).dblclick();

  const codes = await shownCodes(page);
  await nextStep(page);

  await expect(page.getByText(codes[0] ?? '')).toBeHidden();
  const field = typeBack(page).getByLabel('One of your backup codes');
  await typeBack(page).getByRole('button', { name: 'Finish' }).click();
  await expect(typeBack(page).getByRole('alert')).toHaveText('Enter one of your codes.');
  await page.keyboard.press('Escape');
  const unchecked = page.getByRole('alertdialog', {
    name: 'Leave without checking your codes?',
  });
  await expect(unchecked).toContainText('is on either way');
  await unchecked.getByRole('button', { name: 'Back to the codes' }).click();
  await nextStep(page);
  await field.fill('aaaaa-aaaaa');
  await typeBack(page).getByRole('button', { name: 'Finish' }).click();
  await expect(typeBack(page).getByRole('alert')).toContainText('one of your codes');
  await expect(field).toBeFocused();
  await field.fill(codes[3]?.toUpperCase().replace('-', ' ') ?? '');
  await typeBack(page).getByRole('button', { name: 'Finish' }).click();

  await expect(done(page)).toBeVisible();
  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(page).toHaveURL('./');
  await expect(page).toHaveTitle('Multi-factor authentication');
  await expect(row.getByRole('heading'), 'what opened the dialog is gone').toBeFocused();
  expect(requests.count('POST /mfa/setup')).toBe(1);
  expect(requests.count('POST /mfa/verify-setup'), 'one request for a double click').toBe(1);
  expect(requests.count('POST /mfa/verify-login'), 'the code is compared here').toBe(0);
});

test('A person keeps their backup codes by copy @translated', async ({ signedIn: page, clock }) => {
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: /^Set up/ })
    .click();
  const key = await shownKey(page);
  await setUp(page).getByRole('button', { name: 'Copy key' }).click();
  await expect(setUp(page).getByRole('status').getByText('Copied')).toBeVisible();
  // The page's policy lets no script read the clipboard: it is pasted, as a person would.
  await setUp(page).getByLabel('Code from the app').press('ControlOrMeta+v');
  await expect(setUp(page).getByLabel('Code from the app')).toHaveValue(key);
  await confirm(page, codeFor(key, clock.now()));
  const codes = await shownCodes(page);

  await saveCodes(page).getByRole('button', { name: 'Copy codes' }).click();
  await nextStep(page);
  await typeBack(page).getByLabel('One of your backup codes').press('ControlOrMeta+v');
  await expect(typeBack(page).getByLabel('One of your backup codes')).toHaveValue(codes.join(' '));
});

test('A person keeps their backup codes in a file and on paper @translated', async ({
  signedIn: page,
  clock,
}) => {
  await page.evaluate('globalThis.prints = 0; window.print = () => { prints += 1; };');
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: /^Set up/ })
    .click();
  await confirm(page, codeFor(await shownKey(page), clock.now()));
  const codes = await shownCodes(page);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    saveCodes(page).getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('backup-codes.txt');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const file = Buffer.concat(chunks).toString();
  for (const code of codes) expect(file).toContain(code);

  await saveCodes(page).getByRole('button', { name: 'Print' }).click();
  expect(await page.evaluate('prints')).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(codes[0] ?? '')).toBeVisible();
  await expect(page.getByText(/^Backup codes for person-/)).toBeVisible();
  for (const name of ['Print', "I've saved them"])
    await expect(saveCodes(page).getByText(name)).toBeHidden();
  await expect(page.getByText('Account security', { exact: true })).toBeHidden();
});

test('A person who leaves before the codes are saved is warned, and the app stays on @translated', async ({
  signedIn: page,
  clock,
}) => {
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Set up Authenticator app' }).click();
  await confirm(page, codeFor(await shownKey(page), clock.now()));
  const [first = ''] = await shownCodes(page);

  for (const go of [() => page.goBack(), () => page.keyboard.press('Escape')]) {
    await go();
    await expect(leave(page)).toContainText('is on and stays on');
    await leave(page).getByRole('button', { name: 'Back to the codes' }).click();
    await expect(saveCodes(page).getByText(first)).toBeVisible();
  }

  await saveCodes(page).getByRole('button', { name: 'Close' }).click();
  await leave(page).getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL('./');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(stateIn(row, 'On')).toBeVisible();
  await page.reload();
  await expect(stateIn(row, 'On')).toBeVisible();
});

test('A wrong code keeps the focus and the same key, and the second one mentions the clock @translated', async ({
  signedIn: page,
  clock,
}) => {
  await page.goto('./set-up/authenticator-app');
  const key = await shownKey(page);
  const right = codeFor(key, clock.now() + minute);
  const wrong = right === '000000' ? '000001' : '000000';
  const field = setUp(page).getByLabel('Code from the app');

  await confirm(page, '12');
  await expect(setUp(page).getByRole('alert')).toContainText('six digits');
  await confirm(page, wrong);
  await expect(setUp(page).getByRole('alert')).toContainText("That code isn't right");
  await expect(setUp(page).getByRole('alert')).not.toContainText('clock');
  await expect(field).toBeFocused();
  expect(await page.evaluate('getSelection().toString()')).toBe(wrong);
  await confirm(page, wrong);
  await expect(setUp(page).getByRole('alert')).toContainText(
    "Check that your phone's clock is set automatically",
  );
  expect(await shownKey(page)).toBe(key);

  await page.reload();
  expect(await shownKey(page), 'the same key after a reload').toBe(key);
  await confirm(page, codeFor(key, clock.now()));
  await expect(saveCodes(page)).toBeVisible();
});

test('A person whose device’s clock is wrong sees by how much', async ({
  page,
  clock,
  openSettings,
}) => {
  await page.clock.install({ time: clock.now() - 3 * minute });
  await openSettings();
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: /^Set up/ })
    .click();
  await confirm(page, '000000');
  await expect(setUp(page).getByRole('alert')).toBeVisible();
  await confirm(page, '000000');
  await expect(setUp(page).getByRole('alert')).toContainText(
    "This device's clock is 3 minutes slow",
  );
});

test('After too many wrong codes a person waits for the lock to end, with a countdown @translated', async ({
  signedIn: page,
  faults,
}) => {
  await page.goto('./set-up/authenticator-app');
  await shownKey(page);
  faults.answer('POST /mfa/verify-setup', {
    status: 429,
    headers: { 'Retry-After': '42' },
    body: { success: false, error: 'Too many attempts' },
  });
  await confirm(page, '123456');
  await expect(setUp(page).getByRole('alert')).toContainText('Too many attempts');
  await expect(setUp(page).getByRole('timer')).toHaveText(/Try again in 0:[34]\d/);
  await expect(setUp(page).getByRole('button', { name: 'Confirm' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('[A4] A QR code that is not an image is left out, and the key still works', async ({
  signedIn: page,
  faults,
}) => {
  faults.answer('POST /mfa/setup', {
    status: 200,
    body: {
      success: true,
      data: {
        secret: 'JBSWY3DPEHPK3PXP',
        qrCode: 'data:text/html,<script>alert(1)</script>',
        backupCodes: ['a'],
      },
    },
  });
  await page.goto('./set-up/authenticator-app');
  await expect(setUp(page).getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await expect(setUp(page).getByRole('img')).toHaveCount(0);
});

test('A person sets the app up again: the old one works until the new one is proven', async ({
  app,
  page,
  user,
  clock,
  openSettings,
}) => {
  const { secret: oldKey } = await enrolAuthenticatorApp(app, user, { isOff: true });
  await openSettings();
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(row, 'On')).toBeVisible();
  await row.getByRole('button', { name: 'More for Authenticator app' }).click();
  await page.getByRole('menuitem', { name: 'Set up Authenticator app again' }).click();
  await expect(setUp(page)).toContainText('Both keep working until you confirm');
  const newKey = await shownKey(page);
  expect(newKey).not.toBe(oldKey);

  await setUp(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(stateIn(row, 'On')).toBeVisible();

  await page.goto('./set-up/authenticator-app');
  expect(await shownKey(page), 'still pending').toBe(newKey);
  await confirm(page, codeFor(newKey, clock.now()));
  await expect(saveCodes(page)).toBeVisible();
});

test('A lost answer is no failure where the app is on', async ({
  signedIn: page,
  clock,
  faults,
}) => {
  await page.goto('./set-up/authenticator-app');
  const key = await shownKey(page);
  faults.cut('POST /mfa/verify-setup', { times: 1 });
  await confirm(page, codeFor(key, clock.now()));
  await expect(saveCodes(page)).toBeVisible();
});

test('A lost answer about replacing an app leads back to the start', async ({
  page,
  clock,
  faults,
  openSettings,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(row, 'On')).toBeVisible();
  await page.goto('./set-up/authenticator-app');
  const key = await shownKey(page);
  faults.cut('POST /mfa/verify-setup', { times: 1 });
  await confirm(page, codeFor(key, clock.now()));
  await expect(setUp(page).getByRole('alert')).toContainText("We couldn't tell");

  await setUp(page).getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => shownKey(page), 'the first was proven').not.toBe(key);
  await confirm(page, codeFor(await shownKey(page), clock.now()));
  await expect(saveCodes(page)).toBeVisible();
});

test('A person who starts again in a second tab does not keep backup codes that do not work', async ({
  signedIn: page,
  clock,
}) => {
  await page.goto('./set-up/authenticator-app');
  const key = await shownKey(page);
  const otherTab = await openTab(page, '/set-up/authenticator-app');
  expect(await shownKey(otherTab)).toBe(key);

  await expect(setUp(page)).toContainText('You continued in another tab');
  await expect(setUp(page).getByLabel('Code from the app')).toBeHidden();
  await setUp(page).getByRole('button', { name: 'Start over here' }).click();
  expect(await shownKey(page)).toBe(key);
  await expect(setUp(otherTab)).toContainText('You continued in another tab');
  await confirm(page, codeFor(key, clock.now()));
  await expect(saveCodes(page)).toBeVisible();
});

test('A person makes the app primary in place of a weaker method', async ({
  signedIn: page,
  user,
  mailbox,
  clock,
}) => {
  await sendLink(methodRow(page, 'Magic link'));
  await openTab(page, await mailbox.linkFor(user.email));
  await expect(stateIn(methodRow(page, 'Magic link'), 'Primary')).toBeVisible();
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: /^Set up/ })
    .click();
  await confirm(page, codeFor(await shownKey(page), clock.now()));
  const [code = ''] = await shownCodes(page);
  await nextStep(page);
  await typeBack(page).getByLabel('One of your backup codes').fill(code);
  await typeBack(page).getByRole('button', { name: 'Finish' }).click();

  const row = methodRow(page, 'Authenticator app');
  await row.getByRole('button', { name: 'Make Authenticator app primary' }).click();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  await row.getByRole('link', { name: 'Test it now' }).click();
  await expect(page).toHaveURL('./test/authenticator-app');
  await page.goBack();
  await expect(page).toHaveURL('./');
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'Primary')).toBeVisible();
});

test('[A7] Nothing keeps the key and the codes once the dialog is closed', async ({
  signedIn: page,
  clock,
}) => {
  const printed: string[] = [];
  page.on('console', (message) => printed.push(message.text()));
  await methodRow(page, 'Authenticator app')
    .getByRole('button', { name: /^Set up/ })
    .click();
  const key = await shownKey(page);
  await confirm(page, codeFor(key, clock.now()));
  const codes = await shownCodes(page);
  await page.goBack();
  await leave(page).getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  const left = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([
      document.documentElement.outerHTML,
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      location.href,
      document.cookie,
      databases,
      await caches.keys(),
    ]);
  });
  // Forward, too, leads to no entry that remembers.
  await page.goForward();
  await expect(setUp(page)).toBeVisible();
  const kept = left + JSON.stringify(await page.evaluate('history.state')) + printed.join('\n');
  for (const secret of [key, key.slice(0, 4) + ' ' + key.slice(4, 8), ...codes])
    expect(kept).not.toContain(secret);
});

test('axe finds no fault in any step of the set-up', async ({ signedIn: page, clock }) => {
  await page.goto('./set-up/authenticator-app');
  const key = await shownKey(page);
  await expectNoAxeViolations(page);
  await confirm(page, '12');
  await expect(setUp(page).getByRole('alert')).toBeVisible();
  await expectNoAxeViolations(page);
  await confirm(page, codeFor(key, clock.now()));
  const [code = ''] = await shownCodes(page);
  await expectNoAxeViolations(page);
  await saveCodes(page).getByRole('button', { name: 'Close' }).click();
  await expect(leave(page)).toBeVisible();
  await expectNoAxeViolations(page);
  await leave(page).getByRole('button', { name: 'Back to the codes' }).click();
  await nextStep(page);
  await expectNoAxeViolations(page);
  await typeBack(page).getByLabel('One of your backup codes').fill(code);
  await typeBack(page).getByRole('button', { name: 'Finish' }).click();
  await expect(done(page)).toBeVisible();
  await expectNoAxeViolations(page);
});
