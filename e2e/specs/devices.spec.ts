import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import {
  confirmCode,
  methodRow,
  settingsHeading,
  settingsRead,
  signIn,
  signInAt,
  stateIn,
} from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { codeFor } from '../support/test-user.ts';

const session = (page: Page, { isThis }: { isThis: boolean }) => {
  const rows = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem');
  return isThis
    ? rows.filter({ hasText: 'This browser' })
    : rows.filter({ hasNotText: 'This browser' });
};
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const openDevices = async (page: Page) => {
  await page.getByRole('link', { name: 'Devices' }).click();
  await expect(session(page, { isThis: true })).toBeVisible();
};

test('A person sees another browser signed in, signs it out, and that one says why at its next step @phone @translated', async ({
  signedIn: page,
  user,
  openOtherBrowser,
}) => {
  const other = await openOtherBrowser();
  await signInAt(other, user);
  await settingsRead(other);

  await openDevices(page);
  await expect(page).toHaveURL('./your-devices');
  await expect(page).toHaveTitle('Devices');
  await expect(session(page, { isThis: true })).toContainText('Chrome on');
  const row = session(page, { isThis: false });
  await expect(row).toContainText('Active now. Signed in just now.');
  await row.getByText('Details').click();
  await expect(row).toContainText('Signed in withPassword');
  await row.getByRole('button', { name: /^Sign out/ }).click();
  await expect(row).toBeHidden();
  await expect(page.getByText("You're not signed in anywhere else.")).toBeVisible();
  await expect(heading(page, 'Sessions')).toBeFocused();

  await other.getByRole('link', { name: 'Devices' }).click();
  await expect(other.getByText(/^Your session has ended.*from another device/)).toBeVisible();
  await signIn(other, user);
  await expect(other, 'back where they were').toHaveURL('./your-devices');
});

test('A person who is told of a sign-in that was not theirs signs everyone else out, and is led on to new proofs @phone @translated', async ({
  app,
  page,
  user,
  mailbox,
  requests,
  authenticator,
  openOtherBrowser,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  const thief = await openOtherBrowser();
  await signInAt(thief, user);
  await confirmCode(thief, nextCode());
  await settingsRead(thief);
  await app.clock.advance(60_000);

  // Whoever is signed out is led through sign-in, and back.
  await page.goto(await mailbox.doubtLinkFor(user.email, /^New sign-in .* from Chrome on /));
  await signIn(page, user);
  await confirmCode(page, nextCode());
  await expect(page).toHaveURL('./not-me');
  await expect(heading(page, "That wasn't me")).toBeVisible();
  await app.clock.advance(2 * 60_000);
  await page.reload();
  await page.getByRole('button', { name: "Confirm it's me" }).click();
  const question = page.getByRole('dialog', { name: "Confirm it's you" });
  await expect(question).toContainText('to sign everyone else out');
  await question.getByLabel('Code from the app').fill(nextCode());
  await expect(heading(page, 'Sign everyone else out')).toBeFocused();
  await page.reload();
  // The thief's, and the one in which the app was set up.
  await expect(page.getByText('There are 2 other sessions.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('2 sessions were signed out.')).toBeVisible();
  await expect(heading(page, 'Now keep them out')).toBeFocused();
  expect(requests.count('POST /sessions/revoke-all'), 'this one stays').toBe(0);

  await thief.reload();
  await expect(thief.getByText(/^Your session has ended/)).toBeVisible();

  await page.getByRole('link', { name: 'Set up a passkey' }).click();
  await page.getByRole('button', { name: 'Create passkey' }).click();
  await expect(stateIn(methodRow(page, 'Passkey'), 'On')).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
  await page.goto('./not-me');
  await page.getByRole('button', { name: "Confirm it's me" }).click();
  await expect(page.getByText("You're not signed in anywhere else.")).toBeVisible();
  await page.getByRole('link', { name: 'Change password' }).click();
  await page.getByLabel('New password').fill('words that nobody else knows');
  await expect(page.getByText('Very strong')).toBeVisible();
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(heading(page, 'Your password was changed')).toBeVisible();
  await mailbox.doubtLinkFor(user.email, /^Your password was changed/);
  await signIn(thief, user);
  await expect(thief.getByText(/email or password isn't right/)).toBeVisible();
});

test('A person who forgot their password gets a link, chooses another, and is still asked for the second step @phone @translated', async ({
  app,
  page,
  user,
  mailbox,
}) => {
  const { secret } = await enrolAuthenticatorApp(app, user);
  await page.goto('./sign-in');
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  await expect(heading(page, 'Forgot your password?')).toBeVisible();
  await page.getByLabel('Email').fill(user.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText(`If there's an account for ${user.email}`)).toBeVisible();

  await page.goto(await mailbox.linkFor(user.email));
  await expect(page).toHaveURL('./reset-password');
  const field = page.getByLabel('New password');
  await expect(field).toHaveAttribute('autocomplete', 'new-password');
  await field.fill('password1234');
  await expect(page.getByText(/Very weak|Weak/)).toBeVisible();
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByRole('alert')).toContainText('easy to guess');
  const password = 'words that nobody else knows';
  await field.fill(password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(heading(page, 'Your password was changed')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'Your password was changed')).toBeVisible();

  await page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(page, { ...user, password });
  await app.clock.advance(60_000);
  await confirmCode(page, codeFor(secret, app.clock.now()));
  await expect(settingsHeading(page)).toBeVisible();
});

test('The page says the same whether or not there is an account', async ({
  app,
  page,
  mailbox,
}) => {
  await page.goto('./forgot-password');
  await page.getByLabel('Email').fill('nobody@example.com');
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByText("If there's an account for nobody@example.com")).toBeVisible();
  // A mail is written after the answer.
  await app.backend.mailsSent();
  expect(mailbox.messagesTo('nobody@example.com')).toEqual([]);
});

test('A person trusts this device, reads until when, and removes it, which signs them out here', async ({
  signedIn: page,
}) => {
  await openDevices(page);
  await page.getByRole('link', { name: /^Details of Chrome/ }).click();
  await page.getByRole('button', { name: 'Trust this device' }).click();
  await expect(page.getByText('Trusted', { exact: true })).toBeVisible();
  await expect(page.getByText('Trusted until')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Remove device…' }).click();
  const dialog = page.getByRole('alertdialog', { name: /^Remove Chrome on/ });
  await expect(dialog).toContainText("you'll be signed out here");
  await page.goBack();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Remove device…' }).click();
  await dialog.getByRole('button', { name: 'Remove device' }).click();
  await expect(page.getByText(/^Your session has ended/)).toBeVisible();
});

test('The proof is asked for before the question, never on top of it', async ({
  app,
  signedIn: page,
  user,
}) => {
  await app.clock.advance(11 * 60_000);
  await page.reload();
  await openDevices(page);
  await page.getByRole('button', { name: 'Sign out everywhere…' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.getByLabel('Password', { exact: true }).fill(user.password);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Sign out everywhere?' });
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page.getByText(/^Your session has ended/)).toBeVisible();
});

const visitNarrow = async (page: Page, path: string, name: string) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(path);
  await expect(heading(page, name).first()).toBeVisible();
  await expect(page.getByText(/^Loading/)).toHaveCount(0);
  await expectNoAxeViolations(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, path).toBeLessThanOrEqual(320);
};

test('axe finds nothing on the pages of devices, and they fit a narrow screen @phone', async ({
  signedIn: page,
  user,
  openOtherBrowser,
}) => {
  const other = await openOtherBrowser();
  await signInAt(other, user);
  await openDevices(page);
  await visitNarrow(page, './your-devices', 'Devices');
  await page.getByText('Details').first().click();
  await expectNoAxeViolations(page);
  const device = await page
    .getByRole('link', { name: /^Details/ })
    .first()
    .getAttribute('href');
  await visitNarrow(page, device ?? '', 'Sessions on this device');
  await visitNarrow(page, './your-devices/no-such-device', 'Device');
  await visitNarrow(page, './not-me', "That wasn't me");
});

test('axe finds nothing on the pages of passwords, and they fit a narrow screen @phone', async ({
  signedIn: page,
}) => {
  await visitNarrow(page, './password', 'Change password');
  await visitNarrow(page, './forgot-password', 'Forgot your password?');
  await visitNarrow(page, './reset-password', 'This link is incomplete');
});
