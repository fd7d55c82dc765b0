import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Faults } from '../support/faults.ts';
import { chooseFor, methodRow, openDialog } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { watchJumps } from '../support/watch-jumps.ts';

test('The methods are requested as soon as the first script runs, all at once', async ({
  signedIn: page,
  faults,
  requests,
}) => {
  // By way of a page without methods, so that nothing of the old page is still on its way.
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { name: "This page doesn't exist" })).toBeVisible();
  faults.hold('GET /mfa/status');
  const release = faults.hold('GET /mfa/methods');
  requests.clear();
  const answer = await page.goto('/');
  await expect.poll(() => requests.count('GET /mfa/status')).toBe(1);
  await expect.poll(() => requests.count('GET /mfa/methods')).toBe(1);
  const html = (await answer?.text()) ?? '';
  const calls = requests.all().map(({ call }) => call);
  const before = calls.slice(calls.indexOf('GET /'), calls.indexOf('GET /mfa/status'));
  const files = before.filter((call) => call.includes('/assets/')).map((call) => call.slice(4));
  expect(
    files.filter((url) => !html.includes(url)),
    'what only a script knew of',
  ).toEqual([]);
  release();
});

test('Once the page is quiet, no click waits for code', async ({
  page,
  openSettings,
  requests,
}) => {
  await openSettings({ authenticatorApp: 'off' });
  await page.waitForLoadState('networkidle');
  requests.clear();
  await methodRow(page, 'Passkey').getByRole('button', { name: 'Set up Passkey' }).click();
  await expect(openDialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await chooseFor(page, 'Authenticator app', 'Set up Authenticator app again');
  await expect(openDialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Reset everything…' }).click();
  await expect(openDialog(page)).toBeVisible();
  const files = requests.all().filter(({ url }) => url.startsWith('/assets/'));
  expect(files.map(({ url }) => url)).toEqual([]);
});

/** Takes the file with the dialogs away, once, as an update does. */
async function takeDialogsAway(page: Page, faults: Faults): Promise<void> {
  // Or the page would have loaded it ahead.
  const saveData = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
  await page.addInitScript(saveData);
  const files = await readdir('dist/assets');
  const dialogs = files.find((name) => name.startsWith('settings-dialog-'));
  faults.answer(
    `GET /assets/${dialogs}`,
    { status: 404, headers: { 'Cache-Control': 'no-store' } },
    { times: 1 },
  );
}

test('A tab from before an update reloads itself once, and opens what was asked for', async ({
  page,
  openSettings,
  faults,
  requests,
}) => {
  await takeDialogsAway(page, faults);
  await openSettings();
  const newer = '<script type="module" src="/assets/newer.js"></script>';
  faults.answer('GET /', { status: 200, body: newer }, { times: 1 });
  requests.clear();
  await page.getByRole('button', { name: 'Set up Authenticator app' }).click();
  await expect(page.getByRole('dialog', { name: 'Set up your authenticator app' })).toBeVisible();
  expect(requests.count('GET /'), 'looked for an update').toBe(1);
  expect(requests.count('GET /set-up/authenticator-app'), 'reloaded').toBe(1);
});

test('While an answer is slow, a message appears after 5 seconds', async ({
  page,
  clock,
  faults,
  openSettings,
}) => {
  await clock.follow(page);
  await openSettings();
  const release = faults.hold('GET /mfa/methods');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Multi-factor authentication' })).toBeVisible();
  await expect(page.getByText('Still working')).toBeHidden();
  await clock.advance(6_000);
  await expect(page.getByText('Still working')).toBeVisible();
  release();
  await expect(methodRow(page, 'Magic link')).toBeVisible();
  await expect(page.getByText('Still working')).toBeHidden();
});

test('Nothing on the settings page jumps while it loads', async ({
  signedIn: page,
  faults,
  requests,
}) => {
  const jumps = await watchJumps(page);
  const release = faults.hold('GET /mfa/methods');
  requests.clear();
  await page.reload();
  await expect.poll(() => requests.count('GET /mfa/methods')).toBe(1);
  release();
  await expect(methodRow(page, 'Magic link')).toBeVisible();
  await expect(page.getByText("Your account isn't protected")).toBeVisible();
  expect(await jumps()).toEqual([]);
});
