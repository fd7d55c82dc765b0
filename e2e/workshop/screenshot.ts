/** Creates the README's picture: the settings, partly set up, light and dark side by side. */
import { chromium, expect } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { methodRow, signInAt, stateIn } from '../support/pages.ts';
import { Mailbox } from '../support/mailbox.ts';
import { startTestApp } from '../support/test-app.ts';
import { createUser } from '../support/test-user.ts';
import { chromiumLaunchOptions } from './chromium-launch-options.ts';

const app = await startTestApp();
const browser = await chromium.launch(chromiumLaunchOptions());
try {
  const user = await createUser(app, {
    name: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.com',
  });
  await enrolAuthenticatorApp(app, user, { isOff: true });
  const page = await browser.newPage({
    baseURL: app.appUrl,
    locale: 'en',
    viewport: { width: 1040, height: 820 },
  });
  await signInAt(page, user);
  const authenticator = methodRow(page, 'Authenticator app');
  await authenticator.getByRole('button', { name: 'Turn on Authenticator app' }).click();
  await expect(stateIn(authenticator, 'Primary')).toBeVisible();
  await methodRow(page, 'Magic link').getByRole('button', { name: 'Send link' }).click();
  await new Mailbox(app.backend).linkFor(user.email);
  await expect(page.getByText(/^Link sent to/)).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({
      path: `e2e/screenshots/settings-${colorScheme}.png`,
      animations: 'disabled',
    });
  }
} finally {
  await browser.close();
  await app.close();
}
