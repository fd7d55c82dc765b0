import type { Page } from '@playwright/test';
import { allAnswered } from '../support/all-answered.ts';
import { enrolAuthenticatorApp, enrolMagicLink, enrolPasskey } from '../support/enrol.ts';
import {
  confirmBackupCode,
  confirmCode,
  openTab,
  secondStepHeading,
  sendLink,
  settingsHeading,
  signIn,
  signInAt,
  signInButton,
  signOut,
} from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import type { RequestLog } from '../support/request-log.ts';
import { expect, test } from '../support/test.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';

const verify = 'POST /mfa/verify-login';

test('A person signs in with a code from their app, and arrives where they wanted to go @phone', async ({
  app,
  page,
  user,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, '/turn-off/authenticator-app');
  await expect(secondStepHeading(page)).toBeVisible();
  await expect(page.getByText(/Signing in as p•••@example.com/)).toBeVisible();
  await expect(page.getByLabel('Code from the app')).toBeFocused();
  await expectNoAxeViolations(page);

  const code = nextCode();
  await confirmCode(page, `${code.slice(0, 3)} ${code.slice(3)}`);

  await expect(page.locator('dialog')).toBeVisible();
  await expect(page).toHaveURL('./turn-off/authenticator-app');
});

test('A backup code signs a person in, once @translated', async ({ app, page, user }) => {
  const { backupCodes } = await enrolAuthenticatorApp(app, user);
  const [code = ''] = backupCodes;
  await signInAt(page, user);
  await confirmBackupCode(page, code.toUpperCase());
  await expect(settingsHeading(page)).toBeVisible();

  await signOut(page);
  await signIn(page, user);
  await confirmBackupCode(page, code);
  await expect(
    page.getByText(/That backup code isn't right, or it was already used/),
  ).toBeVisible();
});

test('A person signs in with their passkey, after a gesture @translated', async ({
  signedIn: page,
  user,
  requests,
}) => {
  await VirtualAuthenticator.attach(page);
  await enrolPasskey(page);
  await signOut(page);
  requests.clear();
  await signIn(page, user);
  const use = page.getByRole('button', { name: 'Use your passkey' });
  await expect(use).toBeFocused();
  expect(requests.count('POST /mfa/passkey/auth-options'), 'nothing is asked by itself').toBe(0);
  await expectNoAxeViolations(page);

  await use.dblclick();

  await expect(settingsHeading(page)).toBeVisible();
  expect(requests.count(verify)).toBe(1);
});

test('A person whose passkey prompt ends without one sees a neutral message, and tries again', async ({
  signedIn: page,
  user,
}) => {
  const authenticator = await VirtualAuthenticator.attach(page);
  await enrolPasskey(page);
  await signOut(page);
  await signIn(page, user);
  await authenticator.recognise(false);
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page.getByText("The passkey wasn't used.")).toBeVisible();
  await expect(page.getByText('A security key may need a PIN first')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();

  await authenticator.recognise(true);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(settingsHeading(page)).toBeVisible();
});

test.describe('A person who is asked for a code, and has a passkey too,', () => {
  const options = 'POST /mfa/passkey/auth-options';
  const field = (page: Page) => page.getByLabel('Code from the app');
  /** Those that the second step asked for. The settings ask for their own. */
  const challenges = (requests: RequestLog) => {
    const calls = requests.all().map(({ call }) => call);
    return calls.slice(0, calls.indexOf(verify)).filter((call) => call === options).length;
  };
  const both = test.extend<{ nextCode: () => string; authenticator: VirtualAuthenticator }>({
    /** The second step of a person whose code is asked for first. The authenticator waits for a touch. */
    nextCode: [
      async ({ app, page, user, authenticator, requests }, use) => {
        const { nextCode } = await enrolAuthenticatorApp(app, user);
        await signInAt(page, user);
        await expect(field(page)).toHaveAttribute('autocomplete', 'one-time-code');
        await confirmCode(page, nextCode());
        await enrolPasskey(page);
        await signOut(page);
        await expect(signInButton(page)).toBeVisible();
        await authenticator.touch(false);
        requests.clear();
        await use(nextCode);
      },
      { auto: true },
    ],
  });

  both(
    'fills the field in with the passkey',
    async ({ page, user, authenticator, faults, requests }) => {
      const release = faults.hold(options);
      await authenticator.touch(true);
      await signIn(page, user);
      await expect(field(page)).toHaveAttribute('autocomplete', 'one-time-code webauthn');
      await expectNoAxeViolations(page);

      release();

      await expect(settingsHeading(page)).toBeVisible();
      expect(challenges(requests)).toBe(1);
      expect(requests.count(verify)).toBe(1);
    },
  );

  both('types the code all the same', async ({ page, user, nextCode, requests }) => {
    await signIn(page, user);
    await expect.poll(() => requests.count(options)).toBe(1);
    await confirmCode(page, nextCode());
    await expect(settingsHeading(page)).toBeVisible();
  });

  both(
    'hears nothing of an offer that cannot be made',
    async ({ page, user, nextCode, faults, requests }) => {
      faults.answer(options, { status: 500, body: { success: false } });
      await signIn(page, user);
      await expect.poll(() => requests.count(options)).toBe(1);
      await confirmCode(page, '000000');
      await expect(page.getByRole('alert')).toHaveCount(1);
      await expect(page.getByRole('alert')).toContainText("That code isn't right");
      await confirmCode(page, nextCode());
      await expect(settingsHeading(page)).toBeVisible();
    },
  );

  both(
    'is told where the passkey that they picked is refused, and can go on',
    async ({ page, user, authenticator, nextCode, faults }) => {
      await authenticator.touch(true);
      faults.answer(verify, { status: 400, body: { success: false } }, { times: 1 });
      await signIn(page, user);
      await expect(page.getByRole('alert')).toContainText("This passkey wasn't accepted");
      await authenticator.touch(false);
      await confirmCode(page, nextCode());
      await expect(settingsHeading(page)).toBeVisible();
    },
  );

  both(
    'may choose the passkey while the field waits for it',
    async ({ page, user, authenticator, requests }) => {
      await signIn(page, user);
      await expect.poll(() => requests.count(options)).toBe(1);
      await page.getByRole('button', { name: 'Use a passkey' }).click();
      const use = page.getByRole('button', { name: 'Use your passkey' });
      // Until then the field's own request may still take the touch.
      await expect(use).toBeVisible();
      await authenticator.touch(true);
      await use.click();
      await expect(settingsHeading(page)).toBeVisible();
      expect(challenges(requests), 'a challenge of its own').toBe(2);
      expect(requests.count(verify)).toBe(1);
    },
  );
});

test('A person signs in with a link: the waiting tab continues when the link is opened @phone @translated', async ({
  app,
  page,
  user,
  mailbox,
  requests,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await signInAt(page, user, '/turn-off/magic-link');
  await sendLink(page);
  await expect(page.getByText(/Open it in this browser within/)).toBeVisible();
  await expect(page.getByText(/You can resend it in 0:[0-3]\d/)).toBeVisible();
  await expectNoAxeViolations(page);
  const link = await mailbox.linkFor(user.email);
  expect(link).toMatch(/\/sign-in\/link\?/);

  const tab = await openTab(page, link);

  await expect(tab.getByRole('heading', { name: "You're signed in" })).toBeVisible();
  await expect(page.locator('dialog'), 'the tab that waited').toBeVisible();
  await expect(page).toHaveURL('./turn-off/magic-link');
  expect(requests.count(verify)).toBe(1);
  await expectNoAxeViolations(tab);

  await tab.reload();
  await expect(tab.getByRole('heading', { name: "You're signed in" })).toBeVisible();
  expect(requests.count(verify), 'a reload posts nothing').toBe(1);
  expect(tab.url()).not.toContain('token');

  await page.goto('./');
  await signOut(page);
  for (const each of [page, tab]) await expect(each.getByText("You're signed out.")).toBeVisible();
});

test('A link opened on another device signs nobody in there, and says where to continue', async ({
  app,
  page,
  user,
  mailbox,
  requests,
  openOtherBrowser,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await signInAt(page, user);
  await sendLink(page);
  const link = await mailbox.linkFor(user.email);

  const other = await openOtherBrowser();
  await other.goto(link);
  await expect(
    other.getByRole('heading', { name: "Go back to the tab where you're signing in" }),
  ).toBeVisible();
  await expectNoAxeViolations(other);
  await other.goto('./');
  await expect(signInButton(other)).toBeVisible();
  expect(requests.count(verify)).toBe(0);

  await openTab(page, link);
  await expect(settingsHeading(page), 'the link is not used up').toBeVisible();
});

test('[A1] A link that this browser did not request waits for one click, and is posted once', async ({
  app,
  page,
  user,
  mailbox,
  requests,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await signInAt(page, user);
  await sendLink(page);
  const link = await mailbox.linkFor(user.email);
  await page.evaluate(() => localStorage.clear());

  const tab = await openTab(page, link);
  await expect(tab.getByRole('heading', { name: 'Sign in with this link?' })).toBeVisible();
  expect(requests.count(verify)).toBe(0);
  await expectNoAxeViolations(tab);
  await signInButton(tab).dblclick();

  await expect(settingsHeading(page)).toBeVisible();
  expect(requests.count(verify)).toBe(1);
});

test('A link that was replaced by a newer one no longer works, and says what to do', async ({
  app,
  page,
  user,
  mailbox,
  clock,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await clock.follow(page);
  await signInAt(page, user);
  await sendLink(page);
  const old = await mailbox.linkFor(user.email);
  await clock.advance(31_000);
  await sendLink(page);
  await mailbox.linkFor(user.email);

  const tab = await openTab(page, old);
  await expect(tab.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await expectNoAxeViolations(tab);
  await tab.getByRole('link', { name: 'Finish signing in' }).click();
  await expect(secondStepHeading(tab)).toBeVisible();
});

test('A person with a cut link sees that it is incomplete, and nothing is sent', async ({
  page,
  requests,
}) => {
  await page.goto('./sign-in/link?token=eyJhbGciOi');
  await expect(page.getByRole('heading', { name: 'This link is incomplete' })).toBeVisible();
  expect(requests.count(verify)).toBe(0);
  await page.getByRole('link', { name: 'Finish signing in' }).click();
  await expect(signInButton(page)).toBeVisible();
});

test('A link whose answer was lost can be tried again', async ({
  app,
  page,
  user,
  mailbox,
  faults,
}) => {
  await enrolMagicLink(app, mailbox, user);
  await signInAt(page, user);
  await sendLink(page);
  faults.answer(verify, { status: 502, body: '<h1>10.0.0.7</h1>' }, { times: 1 });
  const tab = await openTab(page, await mailbox.linkFor(user.email));
  await expect(tab.getByText("We couldn't tell whether that worked")).toBeVisible();
  await expect(tab.getByText('10.0.0.7')).toBeHidden();
  await tab.getByRole('button', { name: 'Try again' }).click();
  await expect(settingsHeading(page)).toBeVisible();
});

test('The other methods are one click away, and the primary one is asked for first until another has succeeded @translated', async ({
  app,
  page,
  user,
  mailbox,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  await confirmCode(page, nextCode());
  await sendLink(page);
  const tab = await openTab(page, await mailbox.linkFor(user.email));
  await expect(tab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  await tab.close();

  await signOut(page);
  await signIn(page, user);
  await expect(page.getByLabel('Code from the app'), 'the primary method at once').toBeVisible();
  await page.getByRole('button', { name: 'Use a magic link' }).click();
  await expect(page.getByRole('button', { name: 'Send link' })).toBeFocused();
  await expectNoAxeViolations(page);

  await page.getByRole('button', { name: 'Use a different account' }).click();
  await signIn(page, user);
  await expect(page.getByLabel('Code from the app'), 'the link was never opened').toBeFocused();
  await page.getByRole('button', { name: 'Use a magic link' }).click();
  await page.getByRole('button', { name: 'Use your authenticator app' }).click();
  await expect(page.getByLabel('Code from the app')).toBeFocused();
});

test('A wrong code shows how many tries are left, and after five how long to wait @translated', async ({
  app,
  page,
  user,
  requests,
  clock,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await clock.follow(page);
  await signInAt(page, user);
  const field = page.getByLabel('Code from the app');

  await confirmCode(page, '123');
  await expect(page.getByText('A code from the app has six digits.')).toBeVisible();
  expect(requests.count(verify), 'a code that cannot be right costs no try').toBe(0);

  await confirmCode(page, '000000');
  await expect(page.getByRole('alert')).toContainText('4 attempts left');
  await expect(field).toBeFocused();
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(6);
  await expect(page.getByText(/clock is set automatically/)).toBeHidden();
  await page.keyboard.type('000001');
  await expect(page.getByRole('alert')).toContainText('3 attempts left');
  await expect(page.getByRole('alert')).toContainText(
    "Check that your phone's clock is set automatically",
  );
  await expectNoAxeViolations(page);
  for (const code of ['000002', '000003', '000004']) {
    const sent = requests.count(verify);
    await confirmCode(page, code);
    await expect.poll(() => requests.count(verify)).toBe(sent + 1);
    await expect(page.getByRole('button', { name: 'Confirm', exact: true })).not.toHaveAttribute(
      'data-busy',
    );
  }
  await expect(page.getByRole('alert')).toContainText('That was the last attempt for now');
  await expect(
    page.getByRole('button', { name: 'Use a backup code instead' }),
    'not while none is checked',
  ).toBeHidden();

  await confirmCode(page, nextCode());
  await expect(page.getByRole('alert')).toHaveText(
    /^Too many attempts\. Try again in 1[45]:\d\d, at \d+:\d\d.[AP]M\./,
  );
  await expect(page.getByRole('alert')).not.toContainText('another method');
  await expectNoAxeViolations(page);

  await clock.advance(16 * 60_000);
  await confirmCode(page, nextCode());
  await expect(settingsHeading(page)).toBeVisible();
});

test('A person whose session ends in the middle of the step signs in again, and returns', async ({
  app,
  page,
  user,
  clock,
  faults,
  requests,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, '/turn-off/authenticator-app');
  // The time passes while the code is on its way: nothing else of the page can meet it first.
  const answerCode = faults.hold('POST /mfa/verify-login', { times: 1 });
  await confirmCode(page, nextCode());
  await expect.poll(() => requests.count('POST /mfa/verify-login')).toBe(1);
  await clock.advance(2 * 60 * 60_000);
  answerCode();

  await expect(page.getByText(/Your session has ended. Sign in again/)).toBeVisible();
  await signIn(page, user);
  await confirmCode(page, nextCode());
  await expect(page).toHaveURL('./turn-off/authenticator-app');
});

test('A person who cannot continue sees who can help, and can use a different account', async ({
  app,
  page,
  user,
}) => {
  await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  await expect(secondStepHeading(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'support@example.com' })).toHaveAttribute(
    'href',
    'mailto:support@example.com',
  );
  await page.goto('./');
  await expect(secondStepHeading(page), 'it cannot be walked around').toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Account', exact: true }),
    'one way out',
  ).toBeHidden();
  await page.getByRole('button', { name: 'Use a different account' }).click();
  await expect(signInButton(page)).toBeVisible();
});

for (const [name, fault] of [
  ['500', { status: 500, body: { success: false, error: 'database at 10.0.0.7' } }],
  ['502 with HTML', { status: 502, body: '<h1>10.0.0.7</h1>' }],
] as const)
  test(`A person sees an explanation when the service answers ${name}, and tries again`, async ({
    app,
    page,
    user,
    faults,
  }) => {
    const { nextCode } = await enrolAuthenticatorApp(app, user);
    await signInAt(page, user);
    faults.answer(verify, fault, { times: 1 });
    const code = nextCode();
    await confirmCode(page, code);
    await expect(page.getByRole('alert')).toContainText("We couldn't reach the service");
    await expect(page.getByText('10.0.0.7')).toBeHidden();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect(settingsHeading(page)).toBeVisible();
  });

test('[A5] A platform that answers 401 to a wrong code ends no session, and nothing is sent again', async ({
  app,
  page,
  user,
  faults,
  requests,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  const refused = { status: 401, body: { success: false, error: 'Invalid code' } };
  faults.answer(verify, refused, { times: 1 });
  await confirmCode(page, '000000');
  await expect(page.getByRole('alert')).toContainText("That code isn't right");
  expect(requests.count(verify)).toBe(1);
  expect(requests.count('POST /user/refresh')).toBe(0);
  await confirmCode(page, nextCode());
  await expect(settingsHeading(page)).toBeVisible();
});

test('A person who has to wait sees for how long, and can continue afterwards @translated', async ({
  app,
  page,
  user,
  faults,
  clock,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await clock.follow(page);
  await signInAt(page, user);
  const busy = { status: 429, headers: { 'Retry-After': '42' }, body: { success: false } };
  faults.answer(verify, busy, { times: 1 });
  await confirmCode(page, '000000');
  await expect(page.getByRole('alert')).toContainText(/Too many attempts\..*Try again in 0:[34]\d/);
  const confirm = page.getByRole('button', { name: 'Confirm', exact: true });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await clock.advance(43_000);
  await expect(confirm).not.toHaveAttribute('aria-disabled');
  await confirmCode(page, nextCode());
  await expect(settingsHeading(page)).toBeVisible();
});

test('A passkey that the service refuses leaves the other methods open @translated', async ({
  signedIn: page,
  user,
  faults,
}) => {
  await VirtualAuthenticator.attach(page);
  await enrolPasskey(page);
  await signOut(page);
  await signIn(page, user);
  const refused = { status: 400, body: { success: false, error: 'Passkey verification failed' } };
  faults.answer(verify, refused, { times: 1 });
  await page.getByRole('button', { name: 'Use your passkey' }).click();
  await expect(page.getByRole('alert')).toContainText("This passkey wasn't accepted");
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(settingsHeading(page)).toBeVisible();
});

test('[A6] Signing out in another tab ends the second step too', async ({ app, page, user }) => {
  await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  const tab = await openTab(page, '/');
  await tab.getByRole('button', { name: 'Use a different account' }).click();
  await expect(signInButton(page)).toBeVisible();
});

test('Offline, a code is not sent, the page says so, and it is not sent later by itself @translated', async ({
  app,
  page,
  user,
  requests,
}) => {
  await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  await expect(secondStepHeading(page)).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/You seem to be offline/)).toBeVisible();
  await confirmCode(page, '000000');
  await expect(page.getByRole('alert')).toContainText("You're offline");
  await page.context().setOffline(false);
  await expect(page.getByText(/You seem to be offline/)).toBeHidden();
  await allAnswered(page);
  expect(requests.count(verify)).toBe(0);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText("That code isn't right");
  expect(requests.count(verify)).toBe(1);
});
