import { enrolAuthenticatorApp, enrolMagicLink } from '../support/enrol.ts';
import { codeFor } from '../support/test-user.ts';
import { expect, test } from './open-host.ts';

const minutes = 60_000;

test('With screens of its own, a page asks for the password and sets up an authenticator app @smoke', async ({
  page,
  app,
  user,
  openHost,
  requests,
}) => {
  await openHost();
  // The password that was given at sign-in is a proof, and is old by now.
  await app.clock.advance(11 * minutes);
  const row = page.getByRole('listitem', { name: 'GOOGLE_AUTH' });
  await expect(page.getByTestId('protection')).toHaveText(/^unprotected (PASSKEY|GOOGLE_AUTH) /);
  await row.getByRole('button', { name: 'set-up' }).click();

  const stepUp = page.getByRole('region', { name: 'Step-up' });
  await expect(stepUp).toContainText('To begin-set-up GOOGLE_AUTH, because: proof-is-old');
  const password = stepUp.getByLabel('Password');
  await password.fill('not this one');
  await password.press('Enter');
  await expect(stepUp.getByRole('alert')).toHaveText(/^wrong-password/);
  await password.fill(user.password);
  await password.press('Enter');
  await expect(stepUp).toBeHidden();

  const secret = await page.locator('code').innerText();
  await expect(page.getByAltText('QR code')).toHaveAttribute('src', /^data:image\//);
  const code = page.getByLabel('Code');
  await code.fill('12 34');
  await code.press('Enter');
  await expect(page.getByRole('alert')).toHaveText(/^incomplete-code/);
  expect(requests.count('POST /mfa/verify-setup'), 'nothing to judge').toBe(0);
  await code.fill(codeFor(secret, app.clock.now()));
  await code.press('Enter');
  await expect(page.locator('ol > li')).toHaveCount(10);
  await page.getByRole('button', { name: 'Saved' }).click();
  await expect(row).toHaveText(/^on, primary/);
  await expect(page.getByTestId('protection')).toHaveText(/^protected/);
});

test('With screens of its own, a page asks for the second step, changes methods, and asks again later', async ({
  page,
  app,
  user,
  mailbox,
  openHost,
  requests,
}) => {
  await enrolMagicLink(app, mailbox, user, { isOff: true });
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openHost();
  const proof = page.getByLabel('Proof');
  await proof.fill(nextCode());
  await proof.press('Enter');
  const row = page.getByRole('listitem', { name: 'MAGIC_LINK' });
  await row.getByRole('button', { name: 'turn-on' }).click();
  await expect(row).toHaveText(/^onGOOGLE_AUTH/);
  await row.getByRole('button', { name: 'make-primary' }).click();
  await expect(row).toHaveText(/^on, primary/);

  await app.clock.advance(11 * minutes);
  const turnOff = row.getByRole('button', { name: 'turn-off' });
  await turnOff.click();
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(row.getByRole('alert')).toHaveText(/^declined/);
  await expect(row).toHaveText(/^on, primary/);
  await turnOff.click();
  await proof.fill(nextCode());
  await proof.press('Enter');
  await expect(row).toHaveText(/^off/);
  expect(requests.count('POST /mfa/disable'), 'refused twice, and sent again once').toBe(3);
});

test('With screens of its own, a page makes a passkey in the browser', async ({
  page,
  authenticator,
  openHost,
}) => {
  expect(authenticator).toBeDefined();
  await openHost();
  const row = page.getByRole('listitem', { name: 'PASSKEY' });
  await row.getByRole('button', { name: 'set-up' }).click();
  await expect(row).toHaveText(/^on, primary/);
});

test('The example in docs/embed.md runs as it is', async ({ page, app, user, openHost }) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await openHost();
  await page.evaluate(() => sessionStorage.setItem('session', localStorage.getItem('host') ?? ''));
  await page.goto('./example.html');
  const field = page.getByLabel(/^Code from the app/);
  await field.fill(nextCode());
  await field.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your account is protected' })).toBeVisible();
  await page.getByRole('button', { name: 'Turn off GOOGLE_AUTH' }).click();
  await expect(page.getByRole('heading', { name: 'Your account is unprotected' })).toBeVisible();
  await page.getByRole('button', { name: 'Turn on GOOGLE_AUTH' }).click();
  await expect(page.getByText('GOOGLE_AUTH: on')).toBeVisible();
});
