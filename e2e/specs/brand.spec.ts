import type { Page } from '@playwright/test';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import { enrolMagicLink } from '../support/enrol.ts';
import { holdScripts, open } from '../support/hold-scripts.ts';
import { methodRow, settingsRead, signInAt, signInButton, stateIn } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { watchJumps } from '../support/watch-jumps.ts';

test.use({ appServer: 'serve', brandFile: 'docs/brand.example.json' });

/** The header and the links below, as they look. */
const look = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.layout-brand, .layout-brand img, footer.brand-links a')].map(
      (part) => {
        const { width, height, x } = part.getBoundingClientRect();
        return [part.textContent, x, width, height, getComputedStyle(part).color];
      },
    ),
  );

for (const colorScheme of ['light', 'dark'] as const)
  test(`A person sees the brand at the first paint, in ${colorScheme} colours, and nothing changes or moves after it @phone`, async ({
    page,
    requests,
  }) => {
    await page.emulateMedia({ colorScheme });
    const jumps = await watchJumps(page);
    const goOn = await holdScripts(page);
    await open(page, '/');
    await expect(page.getByText('Harbor', { exact: true })).toBeVisible();
    const logo = page.locator('.layout-brand img');
    await expect(logo).toHaveJSProperty('complete', true);
    expect(await logo.evaluate((image) => image.getBoundingClientRect().height)).toBe(28);
    const before = await look(page);
    goOn();
    await expect(signInButton(page)).toBeVisible();
    expect(await look(page)).toEqual(before);
    expect(await jumps()).toEqual([]);
    await expect(signInButton(page)).toHaveCSS('border-radius', '4px');
    await expect(page.getByRole('link', { name: 'help@harbor.example' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Forgot password?' })).toHaveAttribute(
      'href',
      'https://harbor.example/forgot-password',
    );
    await expect(page.getByRole('contentinfo').getByRole('link')).toHaveText(['Help', 'Privacy']);
    expect(requests.all().filter(({ url }) => /\.(svg|png|json)$/.test(url))).toEqual([]);
    await expectNoAxeViolations(page);
  });

test('A method that the brand does not offer cannot be set up, and stays manageable for whoever has it @phone', async ({
  app,
  isMobile,
  page,
  user,
  mailbox,
}) => {
  await signInAt(page, user);
  await settingsRead(page);
  await expect(page.getByRole('listitem').getByRole('heading')).toHaveCount(2);
  await expect(methodRow(page, 'Magic link')).toHaveCount(0);
  await page.goto('/set-up/magic-link');
  await expect(page.getByRole('dialog', { name: "This page doesn't exist" })).toBeVisible();

  await page.goto('/set-up/authenticator-app');
  const opener = page.getByRole('link', { name: 'Open in an app on this device' });
  if (isMobile) await expect(opener).toHaveAttribute('href', /issuer=Harbor$/);

  await enrolMagicLink(app, mailbox, user, { isOff: true });
  await signInAt(page, user);
  await settingsRead(page);
  await expect(stateIn(methodRow(page, 'Magic link'), 'Off')).toBeVisible();
});
