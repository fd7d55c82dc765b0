import { orgRoles } from '../../src/api/contract.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import {
  confirmCode,
  methodRow,
  openTab,
  sendLink,
  settingsHeading,
  signIn,
  signInAt,
  signInButton,
  signOut,
  stateIn,
} from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { createOrganization } from '../support/organization.ts';
import { expect, test } from '../support/test.ts';
import { signInByApi } from '../support/test-user.ts';

test('A person without a method whose organization requires one is led to set one up, whatever they came for @translated', async ({
  app,
  page,
  mailbox,
}) => {
  const { owner, join } = await createOrganization(app);
  await (
    await signInByApi(app, owner)
  )('/mfa/organization/enforce', { enforced: true });
  const bob = await join({ name: 'Bob', orgRole: orgRoles.administrator });

  await signInAt(page, bob, '/organization');
  await expect(
    page.getByRole('heading', { name: 'Set up your own second step first' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Go to settings' }).click();
  await expect(
    page.getByRole('heading', { name: 'Your organization requires a second step' }),
  ).toBeVisible();
  await expect(page.getByRole('list', { name: 'What your organization requires' })).toContainText(
    'Turn on a second step',
  );
  await expectNoAxeViolations(page);

  const row = methodRow(page, 'Magic link');
  await sendLink(row);
  await openTab(page, await mailbox.linkFor(bob.email));
  await expect(stateIn(row, 'On')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your account is protected' })).toBeVisible();
  await page.goto('./organization');
  await expect(page.getByRole('heading', { name: 'Members' })).toBeVisible();
});

test("[B15] A stranger's wrong passwords do not keep a person out of the browser they use", async ({
  page,
  user,
  site,
  openOtherBrowser,
}) => {
  await signInAt(page, user);
  await signOut(page);
  await expect(signInButton(page)).toBeVisible();

  const strange = await openOtherBrowser();
  const login = `${site.backendUrl ?? ''}/user/login`;
  const data = { email: user.email, password: 'a wrong guess' };
  for (let tries = 0; tries < 10; tries += 1)
    expect((await strange.request.post(login, { data })).status()).toBe(401);
  await signInAt(strange, user);
  await expect(strange.getByRole('alert')).toContainText('Too many attempts');

  await signIn(page, user);
  await expect(settingsHeading(page)).toBeVisible();
});

test('Where a method is on, the password alone opens nothing', async ({
  app,
  page,
  user,
  requests,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  await expect(page.getByLabel('Code from the app')).toBeVisible();
  for (const path of ['./', './organization', './reset', './set-up/passkey']) {
    await page.goto(path);
    await expect(page.getByLabel('Code from the app')).toBeVisible();
    await expect(settingsHeading(page)).toBeHidden();
    await expect(page.getByText(user.email)).toBeHidden();
  }
  expect(requests.count('POST /user/refresh')).toBe(0);
  await confirmCode(page, nextCode());
  await expect(page).toHaveURL('./set-up/passkey');
});

test('A person who turns a method on, and signs out, is asked for it', async ({
  app,
  signedIn: page,
  user,
}) => {
  await signOut(page);
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signIn(page, user);
  await confirmCode(page, nextCode());
  await expect(stateIn(methodRow(page, 'Authenticator app'), 'On')).toBeVisible();
  await signOut(page);
  await expect(signInButton(page)).toBeVisible();
});

test('Password managers can fill in the form', async ({ page }) => {
  await page.goto('./sign-in');
  await expect(page.getByLabel('Email')).toHaveAttribute('autocomplete', 'username');
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute(
    'autocomplete',
    'current-password',
  );
});

test('A person who guessed too often sees how long to wait @translated', async ({
  page,
  user,
  faults,
}) => {
  faults.answer(
    'POST /user/login',
    { status: 429, headers: { 'Retry-After': '42' }, body: { success: false } },
    { times: 1 },
  );
  await signInAt(page, user, '/sign-in');
  await expect(page.getByRole('alert')).toContainText(
    /Too many attempts\..*Try again in 0:[34]\d, or contact support@example.com/,
  );
});

test('Someone who cannot sign in sees who can help', async ({ page }) => {
  await page.goto('./sign-in');
  await expect(page.getByRole('link', { name: 'support@example.com' })).toHaveAttribute(
    'href',
    'mailto:support@example.com',
  );
});
