import { methodRow, sendLink, signIn } from '../support/pages.ts';
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
