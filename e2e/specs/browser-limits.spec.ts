import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions } from '../workshop/chromium-launch-options.ts';
import { findWholeChromium } from '../workshop/find-chromium.ts';
import {
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
import { expect, test as base } from '../support/test.ts';
import { createUser } from '../support/test-user.ts';
import { watchContext } from '../support/watch-context.ts';

const test = base.extend<{ blocked: BrowserContext }>({
  /** A browser that is set to block all cookies, and with them storage and locks. */
  blocked: async ({ app }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'no-cookies-'));
    mkdirSync(join(folder, 'Default'));
    const block = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(block));
    const context = await chromium.launchPersistentContext(folder, {
      ...chromiumLaunchOptions(findWholeChromium()),
      baseURL: app.appUrl,
      locale: 'en',
    });
    const complaints: string[] = [];
    await watchContext(context, [app.origin], (complaint) => complaints.push(complaint));
    await use(context);
    await context.close();
    rmSync(folder, { recursive: true });
    expect(complaints, 'what no page may ever do').toEqual([]);
  },
});

const storageIsRefused = (page: Page) =>
  page.evaluate(async () => {
    const refusals = [
      () => localStorage.length,
      () => sessionStorage.length,
      () => navigator.locks.query(),
    ].map(async (read) => {
      try {
        await read();
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    });
    return Promise.all(refusals);
  });

test('Where the browser blocks all cookies, a person signs in, turns a method on and signs out, in one tab', async ({
  blocked,
  user,
  mailbox,
}) => {
  const page = await blocked.newPage();
  await signInAt(page, user, '/sign-in');
  await expect(settingsHeading(page)).toBeVisible();
  expect(await storageIsRefused(page)).toEqual(Array(3).fill('SecurityError'));

  const row = methodRow(page, 'Magic link');
  await sendLink(row);
  const tab = await blocked.newPage();
  await tab.goto(await mailbox.linkFor(user.email));
  await tab.getByRole('button', { name: 'Turn on magic link' }).click();
  await expect(tab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  await expect(stateIn(row, 'On')).toBeVisible();

  await signOut(page);
  await expect(signInButton(page)).toBeVisible();
  await page.reload();
  await expect(signInButton(page)).toBeVisible();
});

test('[A6] Where storage is full, a person signs out of every tab, and a sent link counts as sent', async ({
  signedIn: page,
}) => {
  const tab = await openTab(page, '/');
  await expect(settingsHeading(tab)).toBeVisible();
  const fill = () => {
    for (const storage of [localStorage, sessionStorage])
      for (let size = 4_000_000; size > 0; size = Math.floor(size / 2))
        try {
          for (;;) storage.setItem(`full-${size}-${storage.length}`, 'x'.repeat(size));
        } catch {
          // No room for this much: the next piece is half as long.
        }
  };
  await page.evaluate(fill);
  await sendLink(methodRow(page, 'Magic link'));
  await signOut(page);
  for (const each of [page, tab]) {
    await expect(signInButton(each)).toBeVisible();
    const kept = await each.evaluate(() => JSON.stringify(sessionStorage));
    expect(kept).not.toContain('accessToken');
  }
  await page.reload();
  await expect(signInButton(page)).toBeVisible();
});

test.describe('Where the browser says that it is offline, and is not', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
    });
  });

  test('a person signs in, sends a link and opens it', async ({ page, user, mailbox }) => {
    await page.goto('/');
    await expect(page.getByText('You seem to be offline.', { exact: false })).toBeVisible();
    await signIn(page, user);
    await expect(settingsHeading(page)).toBeVisible();
    await sendLink(methodRow(page, 'Magic link'));
    await page.goto(await mailbox.linkFor(user.email));
    await expect(page.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
    await page.goto('/turn-off/magic-link');
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Turn off Magic link' })
      .click();
    await expect(stateIn(methodRow(page, 'Magic link'), 'Off')).toBeVisible();
  });
});

test('A person whose address an email field would reject signs in, and gets a link', async ({
  app,
  page,
  mailbox,
}) => {
  const email = `jürgen-${crypto.randomUUID().slice(0, 8)}@example.com`;
  const user = await createUser(app, { email });
  await signInAt(page, user, '/set-up/magic-link');
  await page.getByRole('dialog').getByRole('button', { name: 'Send link' }).click();
  await page.goto(await mailbox.linkFor(email));
  await expect(page.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
});
