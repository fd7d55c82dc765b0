import { enrolAuthenticatorApp, enrolMagicLink, enrolPasskey } from '../support/enrol.ts';
import {
  chooseFor,
  confirmCode,
  openTab,
  sendLink,
  settingsHeading,
  signInAt,
} from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

test('A person tests their authenticator app with the next code @phone @translated', async ({
  app,
  page,
  user,
  requests,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  const spent = nextCode();
  await confirmCode(page, spent);
  await chooseFor(page, 'Authenticator app', 'Test Authenticator app now');
  const dialog = page.getByRole('dialog', { name: 'Test Authenticator app' });
  await expect(dialog.getByText(/If you just used one, wait for the next/)).toBeVisible();
  await expectNoAxeViolations(page);

  await confirmCode(page, spent);
  await expect(dialog.getByRole('alert')).toContainText('it was already used');
  await confirmCode(page, nextCode());

  await expect(dialog.getByText('Your authenticator app works.')).toBeVisible();
  expect(requests.count('POST /user/login'), 'nobody had to sign in again').toBe(1);
  await expectNoAxeViolations(page);
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page).toHaveURL('/');
});

test('A person tests their passkey', async ({ signedIn: page }) => {
  await VirtualAuthenticator.attach(page);
  await enrolPasskey(page);
  await page.goto('/test/passkey');
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page.getByText('Your passkey works.')).toBeVisible();
});

test('A person tests their magic link, and is told that the link is used up', async ({
  app,
  page,
  user,
  mailbox,
  clock,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await clock.follow(page);
  await signInAt(page, user, '/test/magic-link');
  await sendLink(page);
  const tab = await openTab(page, await mailbox.linkFor(user.email));
  const dialog = page.getByRole('dialog', { name: 'Test Magic link' });
  await expect(dialog.getByText(/Each link works once/)).toBeVisible();

  // One link in half a minute.
  await clock.advance(31_000);
  await sendLink(dialog);
  await tab.goto(await mailbox.linkFor(user.email));

  await expect(dialog.getByText('Magic link works.')).toBeVisible();
});

test('A person sees that a method that is not on cannot be tested', async ({ signedIn: page }) => {
  await page.goto('/test/passkey');
  await expect(page.getByRole('dialog').getByText(/Passkey isn't on/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL('/');
  await expect(settingsHeading(page)).toBeVisible();
});
