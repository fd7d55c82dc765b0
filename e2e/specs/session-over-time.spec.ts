import type { Page } from '@playwright/test';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import {
  confirmCode,
  methodRow,
  openTab,
  settingsHeading,
  settingsRead,
  signIn,
  signInAt,
  signInButton,
  signOut,
} from '../support/pages.ts';
import { expect, test } from '../support/test.ts';

const refresh = 'POST /user/refresh';
const hour = 60 * 60_000;
const ended = (page: Page) => page.getByText(/Your session has ended. Sign in again/);

async function openTabs(page: Page, count: number): Promise<Page[]> {
  const tabs = [page];
  while (tabs.length < count) {
    const tab = await openTab(page, '/');
    await settingsRead(tab);
    tabs.push(tab);
  }
  return tabs;
}

for (const [how, prepare] of [
  ['', async () => {}],
  [
    ' where the browser has no locks',
    (page: Page) =>
      page.context().addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'locks')),
  ],
] as const)
  test(`[A5] Five tabs with an expired token send one refresh, and stay signed in${how}`, async ({
    page,
    clock,
    requests,
    openSettings,
  }) => {
    // Without locks the tabs take turns by timers, which a browser slows down where nobody looks.
    test.slow();
    const patience = { timeout: 30_000 };
    await prepare(page);
    await openSettings();
    const tabs = await openTabs(page, 5);
    await clock.advance(hour + 60_000);
    requests.clear();

    await Promise.all(tabs.map((tab) => tab.reload()));

    for (const tab of tabs) await settingsRead(tab, patience);
    expect(requests.count(refresh)).toBe(1);
    await clock.advance(hour + 60_000);
    await Promise.all(tabs.map((tab) => tab.reload()));
    for (const tab of tabs) await expect(methodRow(tab, 'Passkey')).toBeVisible(patience);
    expect(requests.count(refresh), 'and one more an hour later').toBe(2);
  });

test('[A5] A restored tab with old tokens does not end the session', async ({
  signedIn: page,
  clock,
  requests,
}) => {
  const old = await page.evaluate(() => sessionStorage.getItem('session-0') ?? '');
  await clock.advance(hour + 60_000);
  await page.reload();
  await settingsRead(page);
  // Such a tab, before it has asked the server for anything.
  const restored = await openTab(page, '/favicon.svg');
  await restored.evaluate((session) => {
    const tokens: unknown = JSON.parse(session);
    void navigator.locks.request('session-tab', { mode: 'shared' }, () => new Promise(() => {}));
    const channel = new BroadcastChannel('session');
    channel.addEventListener('message', ({ data }: MessageEvent<{ type: string }>) => {
      if (data.type === 'ask') channel.postMessage({ type: 'reply', tokens, era: 0 });
    });
  }, old);
  await clock.advance(hour + 60_000);

  await page.reload();

  await expect(methodRow(page, 'Passkey')).toBeVisible();
  expect(requests.count(refresh)).toBe(2);
});

test('A dialog in progress survives a silent refresh, with what was typed', async ({
  app,
  page,
  user,
  clock,
  requests,
}) => {
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, '/test/authenticator-app');
  await confirmCode(page, nextCode());
  const dialog = page.getByRole('dialog', { name: 'Test Authenticator app' });
  await expect(dialog).toBeVisible();
  await settingsRead(page);
  await dialog.getByLabel('Code from the app').fill('12');
  await clock.advance(hour + 60_000);
  requests.clear();
  // What a look at another window does to the page: it reads everything again.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(() => requests.count(refresh)).toBe(1);
  await expect(dialog.getByLabel('Code from the app')).toHaveValue('12');
  await confirmCode(page, nextCode());
  await expect(dialog.getByText(/authenticator app works/)).toBeVisible();
});

test('[A6] An expired session leads every tab to sign-in, with the reason, and back', async ({
  signedIn: page,
  user,
  clock,
}) => {
  const tab = await openTab(page, '/set-up/passkey');
  await expect(tab.locator('dialog')).toBeVisible();
  await settingsRead(tab);
  await clock.advance(31 * 24 * hour);

  await page.reload();

  for (const each of [page, tab]) {
    await expect(ended(each)).toBeVisible();
    await expect(each.getByText(user.email)).toBeHidden();
    await expect(each.locator('dialog')).toHaveCount(0);
    expect(await each.evaluate(() => sessionStorage.length)).toBe(0);
  }
  await signIn(page, user);
  await expect(settingsHeading(page)).toBeVisible();
  await expect(tab, 'the other tab is back where it was').toHaveURL('/set-up/passkey');
  await expect(tab.locator('dialog')).toBeVisible();
});

test('A session that was ended by a change elsewhere says so', async ({
  app,
  page,
  user,
  openOtherBrowser,
  openSettings,
}) => {
  await openSettings();
  const other = await openOtherBrowser();
  await signInAt(other, user);
  await settingsRead(other);

  await enrolAuthenticatorApp(app, user);

  await other.reload();
  await expect(ended(other)).toBeVisible();
  await expect(
    other.getByText(/when you're signed out from another device, or when a method/),
  ).toBeVisible();
  await page.reload();
  await expect(ended(page)).toBeVisible();
});

test('A refresh token used twice ends the session for whoever holds it', async ({
  app,
  signedIn: page,
  clock,
}) => {
  const { refreshToken } = await page.evaluate(
    () => JSON.parse(sessionStorage.getItem('session-0') ?? '{}') as { refreshToken: string },
  );
  const steal = () =>
    app.backend.fetch(
      new Request(new URL('/user/refresh', app.appUrl), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ refreshToken }),
      }),
    );
  expect((await steal()).status).toBe(200);
  await clock.advance(hour + 60_000);
  await page.reload();
  await expect(ended(page)).toBeVisible();
});

test('[A6] Signing out offline clears every tab', async ({ signedIn: page, user }) => {
  const [, tab = page] = await openTabs(page, 2);
  await page.context().setOffline(true);
  await signOut(page);
  for (const each of [page, tab]) {
    await expect(signInButton(each)).toBeVisible();
    await expect(each.getByText(user.email)).toBeHidden();
    expect(await each.evaluate(() => sessionStorage.length)).toBe(0);
    await expect(ended(each), 'nobody is told what they did themselves').toBeHidden();
  }
  await page.context().setOffline(false);
  await page.reload();
  await expect(signInButton(page)).toBeVisible();
});

test('[A6] A person who signed out offline stays signed out, whatever tokens a frozen tab still has', async ({
  signedIn: page,
  requests,
}) => {
  const [, awake = page, aside = page] = await openTabs(page, 3);
  const held = await aside.evaluate(() => ({ ...sessionStorage }));
  await aside.goto('about:blank');
  await page.context().setOffline(true);
  await signOut(page);
  await expect(signInButton(awake)).toBeVisible();
  requests.clear();
  await page.context().setOffline(false);

  // As the browser does with a tab that it discarded, or that a person opens again.
  await aside.goto('/favicon.svg');
  await aside.evaluate((session) => Object.assign(sessionStorage, session), held);
  await aside.goto('/');

  for (const each of [page, awake, aside]) {
    await expect(signInButton(each)).toBeVisible();
    expect(await each.evaluate(() => sessionStorage.length)).toBe(0);
  }
  await expect
    .poll(() => requests.count('POST /user/logout'), 'the service is told afterwards')
    .toBe(1);
  expect(requests.count(refresh)).toBe(0);
  await aside.reload();
  await expect(signInButton(aside)).toBeVisible();
});

test('A network failure signs nobody out', async ({ signedIn: page, clock, faults }) => {
  await clock.advance(hour + 60_000);
  faults.refuse(refresh);
  await page.reload();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(signInButton(page)).toBeHidden();
  faults.clear();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(methodRow(page, 'Passkey')).toBeVisible();
});
