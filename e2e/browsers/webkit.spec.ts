import { writeFile } from 'node:fs/promises';
import { By } from 'selenium-webdriver';
import type { WebElement } from 'selenium-webdriver';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { expect, test as base } from '../support/test.ts';
import { codeFor } from '../support/test-user.ts';
import type { TestUser } from '../support/test-user.ts';
import { startWebKit } from './start-webkit.ts';
import { WebKitPage } from './webkit-page.ts';

const test = base.extend<{ webkit: WebKitPage }>({
  // There is no browser of Playwright's to watch.
  watched: async ({}, use) => use(),
  webkit: async ({ app }, use, testInfo) => {
    const { driver, stop } = await startWebKit();
    await driver.manage().window().setRect({ width: 1280, height: 900 });
    await use(new WebKitPage(driver, app.appUrl));
    if (testInfo.status !== testInfo.expectedStatus)
      await writeFile(testInfo.outputPath('page.png'), await driver.takeScreenshot(), 'base64');
    await stop();
  },
});

async function signIn(page: WebKitPage, { email, password }: TestUser, path = '/') {
  await page.open(path);
  await page.type('Email', email);
  await page.type('Password', password);
  await page.press('button', 'Sign in');
}

const row = (page: WebKitPage, name: string): Promise<WebElement> =>
  page.see('listitem', new RegExp(`^${name}\\b`));

test('A person sees their methods, and that this browser can make no passkey', async ({
  webkit: page,
  user,
}) => {
  await signIn(page, user);
  await page.see('heading', 'Multi-factor authentication');
  const passkey = await row(page, 'Passkey');
  await row(page, 'Authenticator app');
  await row(page, 'Magic link');
  expect(await page.isShown('button', 'Set up Passkey', passkey)).toBe(false);
  await page.open('/set-up/passkey');
  await page.read("This browser can't use passkeys.");
});

test('A person sends themselves a link, opens it from the mail, and sees the method turn on', async ({
  webkit: page,
  user,
  mailbox,
}) => {
  await signIn(page, user);
  const method = await row(page, 'Magic link');
  await page.press('button', 'Send link', method);
  await page.read(/Link sent to/, method);
  const settings = await page.driver.getWindowHandle();
  const link = await mailbox.linkFor(user.email);

  await page.driver.switchTo().newWindow('tab');
  await page.open(link);
  await page.see('heading', 'Magic link is on');
  await page.at('/activate');
  expect(await page.driver.getCurrentUrl(), 'A2').not.toContain('token');

  await page.driver.switchTo().window(settings);
  await page.see('heading', /^Magic link, On/);
});

test('A person signs in with a code, which is sent with its sixth digit, and out', async ({
  app,
  webkit: page,
  user,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signIn(page, user);
  await page.see('heading', "Confirm it's you");
  await page.type('Code from the app', nextCode());
  await page.see('heading', /^Authenticator app, On/);
  await page.press('button', 'Account');
  await page.press('button', 'Sign out');
  await page.see('button', 'Sign in');
});

test('A person sets up their authenticator app, saves the backup codes and proves it', async ({
  webkit: page,
  user,
  clock,
}) => {
  await signIn(page, user);
  await page.press('button', 'Set up Authenticator app');
  const setUp = await page.see('dialog', 'Set up your authenticator app');
  await page.see('image', /^QR code/, setUp);
  const [key = ''] = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(await setUp.getText()) ?? [];
  await page.type('Code from the app', 'nonsense', setUp);
  await page.press('button', 'Confirm', setUp);
  await page.read('The code has six digits.', setUp);
  await page.type('Code from the app', codeFor(key.replaceAll(' ', ''), clock.now()), setUp);
  await page.press('button', 'Confirm', setUp);

  const saved = await page.see('dialog', 'Save your backup codes');
  await page.read('each of these codes signs you in once', saved);
  const items = await saved.findElements(By.css('li'));
  const codes = await Promise.all(items.map((item) => item.getText()));
  expect(codes).toHaveLength(10);
  await page.press('button', "I've saved them", saved);
  const check = await page.see('dialog', 'Check what you saved');
  await page.type('One of your backup codes', codes[3] ?? '', check);
  await page.press('button', 'Finish', check);

  await page.see('heading', /^Authenticator app, On/);
  await page.read('Your authenticator app is set up.');
  await page.at('/');
});
