import type { Page } from '@playwright/test';
import { methodRow, sendLink } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

test.use({ isDemo: true });

test.beforeEach(async ({ signedIn }) => sendLink(methodRow(signedIn, 'Magic link')));

const mailTo = (page: Page, { email }: { email: string }) =>
  page.getByRole('article').filter({ hasText: email });

test('A developer reads a mail as text and as HTML, and opens its link from either', async ({
  page,
  user,
}) => {
  await page.goto('/dev/mailbox');
  const mail = mailTo(page, user);
  await expect(mail.getByText('The link works once')).toBeVisible();
  const shown = mail.frameLocator('iframe');
  await expect(shown.getByRole('heading', { name: 'Turn on magic link' })).toBeVisible();
  for (const link of [
    mail.getByRole('link', { name: /\/activate\?token=/ }),
    shown.getByRole('link', { name: 'Turn on magic link' }),
  ]) {
    const opened = page.waitForEvent('popup');
    await link.click();
    await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('No script of a mail runs in the mailbox, and the mail cannot reach the app', async ({
  page,
  user,
}) => {
  await page.goto('/dev/mailbox');
  const frame = mailTo(page, user).locator('iframe');
  await expect(frame).toHaveAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  const answer = await page.request.get((await frame.getAttribute('src')) ?? '');
  const policy = answer.headers()['content-security-policy'];
  expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'");
  expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox');
});

for (const [width, theme] of [
  [1280, 'light'],
  [360, 'dark'],
] as const)
  test(`A mail fits ${String(width)} pixels, in the ${theme} theme, with buttons for fingers`, async ({
    page,
    user,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/dev/mailbox');
    const shown = mailTo(page, user).frameLocator('iframe');
    const links = shown.getByRole('link', { name: /magic link|account/ });
    await expect(links).toHaveCount(2);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    for (const link of await links.all())
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await expect(shown.locator('body')).toHaveCSS(
      'background-color',
      theme === 'light' ? 'rgb(244, 245, 248)' : 'rgb(16, 18, 24)',
    );
  });
