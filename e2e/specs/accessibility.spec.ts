import type { Page } from '@playwright/test';
import { controlNames } from '../support/control-names.ts';
import { enrolAuthenticatorApp, enrolMagicLink } from '../support/enrol.ts';
import { confirmCode, methodRow, sendLink, signIn, signInAt } from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { expect, test } from '../support/test.ts';

test.describe('axe finds nothing, in either theme,', () => {
  test('on the sign-in page, with and without an error @phone', async ({ page, user }) => {
    await page.goto('/sign-in');
    await expect(page.getByLabel('Email')).toBeVisible();
    await expectNoAxeViolations(page);
    await signIn(page, { ...user, password: 'a wrong guess' });
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoAxeViolations(page);
  });

  test('on the settings page, with a menu open, a link sent and a failure @phone', async ({
    signedIn: page,
    faults,
  }) => {
    const row = methodRow(page, 'Magic link');
    await expect(row).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'Account' }).click();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    faults.answer('POST /mfa/magic-link/send', { status: 500 }, { times: 1 });
    await row.getByRole('button', { name: 'Send link' }).click();
    await expect(row.getByRole('alert')).toBeVisible();
    await expectNoAxeViolations(page);
    await row.getByRole('button', { name: 'Send link' }).click();
    await expect(row.getByText(/Link sent/)).toBeVisible();
    await expectNoAxeViolations(page);
  });

  test('on the settings page while it loads and where it cannot', async ({
    signedIn: page,
    faults,
  }) => {
    const release = faults.hold('GET /mfa/methods');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Multi-factor authentication' })).toBeVisible();
    await expectNoAxeViolations(page);
    faults.answer('GET /mfa/methods', { status: 500 });
    faults.answer('GET /mfa/status', { status: 500 });
    release();
    await page.reload();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expectNoAxeViolations(page);
  });

  test('on the page behind the link @phone', async ({
    signedIn: page,
    user,
    mailbox,
    faults,
    openOtherBrowser,
  }) => {
    await sendLink(methodRow(page, 'Magic link'));
    const link = await mailbox.linkFor(user.email);
    const other = await openOtherBrowser();
    await other.goto('/activate');
    await expect(other.getByText(/This link is incomplete/)).toBeVisible();
    await expectNoAxeViolations(other);
    faults.answer('POST /mfa/magic-link/activate', { status: 500 }, { times: 1 });
    await other.goto(link);
    await expect(other.getByRole('button', { name: 'Turn on magic link' })).toBeVisible();
    await expectNoAxeViolations(other);
    await other.getByRole('button', { name: 'Turn on magic link' }).click();
    await expect(other.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectNoAxeViolations(other);
    await other.getByRole('button', { name: 'Try again' }).click();
    await expect(other.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    await expectNoAxeViolations(other);
  });

  test('on the page for unknown addresses', async ({ page }) => {
    await page.goto('/no-such-page');
    await expect(page.getByRole('heading', { name: "This page doesn't exist" })).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test.describe('No name or description of a control changes while nobody uses it,', () => {
  const wait = { status: 429, headers: { 'Retry-After': '90' }, body: { success: false } };

  /** Lets time pass until the page says so, and compares. */
  async function expectNoChange(page: Page, pass: () => Promise<void>) {
    const before = await controlNames(page);
    expect(before.length).toBeGreaterThan(2);
    const timer = page.getByRole('timer').first();
    const time = await timer.innerText();
    await pass();
    await expect(timer).not.toHaveText(time);
    expect(await controlNames(page)).toEqual(before);
  }

  test('where sign-in has to wait', async ({ page, user, clock, faults }) => {
    await clock.follow(page);
    faults.answer('POST /user/login', wait, { times: 1 });
    await signInAt(page, user, '/sign-in');
    await expect(page.getByRole('alert')).toContainText('Too many attempts');
    await expectNoChange(page, () => clock.advance(20_000));
  });

  test('where a code has to wait', async ({ app, page, user, clock, faults }) => {
    await enrolAuthenticatorApp(app, user);
    await clock.follow(page);
    await signInAt(page, user);
    faults.answer('POST /mfa/verify-login', wait, { times: 1 });
    await confirmCode(page, '000000');
    await expect(page.getByRole('alert')).toContainText('Too many attempts');
    await expectNoChange(page, () => clock.advance(20_000));
  });

  test('where a sign-in link was sent', async ({ app, page, user, mailbox, clock }) => {
    await enrolMagicLink(app, mailbox, user);
    await clock.follow(page);
    await signInAt(page, user);
    await sendLink(page);
    await expect(page.getByRole('button', { name: 'Resend link' })).toBeFocused();
    await expectNoChange(page, () => clock.advance(10_000));
    await expectNoChange(page, () => clock.advance(30_000));
  });

  test('where a link was sent from the settings', async ({ page, clock, openSettings }) => {
    await clock.follow(page);
    await openSettings();
    await sendLink(methodRow(page, 'Magic link'));
    await expectNoChange(page, () => clock.advance(10_000));
    await expectNoChange(page, () => clock.advance(30_000));
  });
});
