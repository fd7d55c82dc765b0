import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import {
  chooseFor,
  methodRow,
  openDialog,
  settingsHeading,
  settingsRead,
  shownKey,
} from '../support/pages.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { codeFor } from '../support/test-user.ts';
import { expect, test } from './open-host.ts';

test('Styles leak neither in nor out @smoke', async ({ page, openHost, hostPage }) => {
  await openHost();
  await settingsRead(page);
  const heading = page.getByRole('heading', { name: 'The host' });
  await expect(heading).toHaveCSS('color', 'rgb(0, 120, 0)');
  await expect(page.getByRole('button', { name: 'Show or hide' })).toHaveCSS(
    'background-color',
    'rgb(255, 100, 255)',
  );
  await expect(settingsHeading(page)).not.toHaveCSS('color', 'rgb(0, 120, 0)');
  await expect(settingsHeading(page)).toHaveCSS('letter-spacing', 'normal');
  await expect(settingsHeading(page)).toHaveCSS('font-style', 'normal');
  const button = page.getByRole('button', { name: 'Set up Authenticator app' });
  await expect(button).toHaveCSS('background-color', 'oklch(0.45 0.2 268)');
  await expect(button).toHaveCSS('font-size', '15px');
  await expect(button).toHaveCSS('border-radius', hostPage === 'element.html' ? '3px' : '9px');
  const changed = await page.evaluate(() => ({
    sheets: document.adoptedStyleSheets.length,
    styles: document.querySelectorAll('style').length,
    page: document.documentElement.cloneNode(false) as HTMLElement,
  }));
  expect(changed).toMatchObject({ sheets: 0, styles: 0 });
  expect(await page.evaluate(() => document.documentElement.outerHTML.split('>')[0])).toBe(
    '<html lang="en"',
  );
});

// The styles of the other host reach for everything else.
test('The host styles what it is meant to style @element', async ({ page, openHost }) => {
  await openHost();
  await settingsRead(page);
  const card = page.locator('mfa-settings').locator('[part~=card]').first();
  await expect(card).toHaveCSS('border-top-width', '5px');
});

for (const [locale, heading, direction] of [
  ['de', 'Multi-Faktor-Authentifizierung', 'ltr'],
  ['ar', 'المصادقة المتعددة العوامل', 'rtl'],
] as const)
  test(`The settings are in ${locale} where the host asks for it, and nothing else is`, async ({
    page,
    openHost,
  }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await openHost({ locale });
    const title = page.getByRole('heading', { name: heading });
    await expect(title).toBeVisible();
    await expect(title).toHaveCSS('direction', direction);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.locator('html')).not.toHaveAttribute('dir');
    const words = loaded.filter((path) => /\/(ar|de|fr|pt-BR|zh-Hans)-[\w-]+\.js$/.test(path));
    expect(words.map((path) => path.replace(/.*\/([a-z]+)-.*/, '$1'))).toEqual([locale]);
  });

test('The theme is that of the page, or the one that the host asks for', async ({
  page,
  openHost,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openHost();
  // The page is light for everybody.
  await expect(settingsHeading(page)).toHaveCSS('color', 'oklch(0.23 0.02 275)');
  await openHost({ theme: 'dark' });
  await expect(settingsHeading(page)).toHaveCSS('color', 'oklch(0.95 0.006 268)');
  await expectNoAxeViolations(page);
});

// The element's attributes are the same options.
test('The host changes theme and language of what is shown @react', async ({ page, openHost }) => {
  await openHost();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(settingsHeading(page)).toHaveCSS('color', 'oklch(0.95 0.006 268)');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Multi-Faktor-Authentifizierung' })).toBeVisible();
});

test('The settings go and come again, and a click reaches the host once', async ({
  page,
  openHost,
  hostPage,
}) => {
  await openHost();
  await settingsRead(page);
  const toggle = page.getByRole('button', { name: 'Show or hide' });
  await toggle.click();
  await expect(settingsHeading(page)).toBeHidden();
  await toggle.click();
  await settingsRead(page);
  await page.getByRole('button', { name: 'Set up Authenticator app' }).click();
  await expect(openDialog(page)).toBeVisible();
  if (hostPage === 'react.html') await expect(page.getByTestId('clicks')).toHaveText('3');
});

// The component is mounted by the same function.
test('A second one on the page is refused @element', async ({ page, openHost }) => {
  await openHost();
  await settingsRead(page);
  const refusal = await page.evaluate(() => {
    const second = document.createElement('mfa-settings');
    document.body.append(second);
    try {
      Object.assign(second, { session: (window as { session?: unknown }).session });
    } catch (error) {
      return String(error);
    }
    return undefined;
  });
  expect(refusal).toContain('There can be one of them at a time');
});

test('The keyboard reaches everything, and the focus comes back', async ({
  page,
  app,
  user,
  openHost,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await openHost();
  await settingsRead(page);
  const more = methodRow(page, 'Authenticator app').getByRole('button', { name: /^More/ });
  await more.focus();
  await page.keyboard.press('ArrowDown');
  const again = page.getByRole('menuitem', { name: 'Set up Authenticator app again' });
  await expect(again).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(again).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(openDialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(openDialog(page)).toBeHidden();
  await expect(more).toBeFocused();
});

test('axe finds nothing in the settings, nor in a dialog', async ({
  page,
  app,
  user,
  openHost,
}) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await openHost();
  await settingsRead(page);
  await expectNoAxeViolations(page);
  await chooseFor(page, 'Authenticator app', 'Set up Authenticator app again');
  await expect(openDialog(page).getByLabel('Code from the app')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('On paper, the backup codes stand alone', async ({ page, app, user, openHost }) => {
  await enrolAuthenticatorApp(app, user, { isOff: true });
  await openHost();
  await settingsRead(page);
  await chooseFor(page, 'Authenticator app', 'Set up Authenticator app again');
  const dialog = openDialog(page);
  const key = await shownKey(dialog);
  await dialog.getByLabel('Code from the app').fill(codeFor(key, app.clock.now()));
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('The host')).toBeHidden();
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await expect(settingsHeading(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.getByText('The host')).toBeVisible();
});
