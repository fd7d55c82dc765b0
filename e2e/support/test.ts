import { test as base, expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { confirmCode, settingsRead, signInAt } from './pages.ts';
import { enrolAuthenticatorApp } from './enrol.ts';
import type { Faults } from './faults.ts';
import { Mailbox } from './mailbox.ts';
import type { MovableClock } from './movable-clock.ts';
import type { RequestLog } from './request-log.ts';
import { siteAtRoot } from './site.ts';
import type { Site } from './site.ts';
import { startTestApp } from './test-app.ts';
import type { AppServer, TestApp } from './test-app.ts';
import { createUser } from './test-user.ts';
import type { TestUser } from './test-user.ts';
import { translatePage } from './translate-page.ts';
import { VirtualAuthenticator } from './virtual-authenticator.ts';
import { watchContext } from './watch-context.ts';

interface Fixtures {
  clock: MovableClock;
  faults: Faults;
  requests: RequestLog;
  mailbox: Mailbox;
  /** A new person with an account and no method. */
  user: TestUser;
  /** Signs `user` in and waits until the settings are on screen and loaded. */
  openSettings: (options?: {
    /** Where to sign in; `/` by default. */
    path?: string;
    /** For the second step, where the user has an authenticator app. */
    code?: string;
    /** `off`: sets up an authenticator app first, and turns it off. */
    authenticatorApp?: 'off';
  }) => Promise<void>;
  /** A page that shows the settings of `user`. */
  signedIn: Page;
  /** The built-in authenticator of the browser of `page`. */
  authenticator: VirtualAuthenticator;
  /** Opens a page in another browser, which has stored nothing. */
  openOtherBrowser: () => Promise<Page>;
  /** Fails the test when a page does something that no page may do, where `isWatched`. */
  watched: void;
}

/** Options of a project. */
export interface AppOptions {
  appServer: AppServer;
  /** Whether there are demo accounts and `/dev/mailbox`. */
  isDemo: boolean;
  /** The build that is served. */
  site: Site;
  /** A brand file, for `serve`. */
  brandFile: string | undefined;
}

/** Options of a project or a test. */
export interface PageOptions {
  /** Whether the browser translates every page. */
  isTranslated: boolean;
  /** Whether the test fails when a page does something that no page may do. */
  isWatched: boolean;
}

export const test = base.extend<Fixtures & PageOptions, AppOptions & { app: TestApp }>({
  appServer: ['preview', { option: true, scope: 'worker' }],
  isDemo: [false, { option: true, scope: 'worker' }],
  site: [siteAtRoot, { option: true, scope: 'worker' }],
  brandFile: [undefined, { option: true, scope: 'worker' }],
  isTranslated: [false, { option: true }],
  isWatched: [true, { option: true }],
  app: [
    async ({ appServer, isDemo, site, brandFile }, use) => {
      const app = await startTestApp({ appServer, isDemo, site, brandFile });
      await use(app);
      await app.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // Tests give addresses below it: `./sign-in`.
  baseURL: async ({ app }, use) => use(`${app.appUrl}/`),
  clock: async ({ app }, use) => use(app.clock),
  faults: async ({ app }, use) => use(app.faults),
  requests: async ({ app }, use) => use(app.requests),
  mailbox: async ({ app }, use) => use(new Mailbox(app.backend)),
  user: async ({ app }, use) => use(await createUser(app)),
  openSettings: async ({ app, page, user }, use) =>
    use(async ({ path, code, authenticatorApp } = {}) => {
      if (authenticatorApp === 'off') await enrolAuthenticatorApp(app, user, { isOff: true });
      await signInAt(page, user, path);
      if (code !== undefined) await confirmCode(page, code);
      await settingsRead(page);
    }),
  signedIn: async ({ page, openSettings }, use) => {
    await openSettings();
    await use(page);
  },
  authenticator: async ({ page }, use) => use(await VirtualAuthenticator.attach(page)),
  openOtherBrowser: async ({ app, browser, contextOptions }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: `${app.appUrl}/`,
        locale: 'en',
      });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  watched: [
    async ({ app, site, browser, isTranslated, isWatched }, use) => {
      const complaints: string[] = [];
      const watch = (context: BrowserContext) =>
        watchContext(context, [app.origin, site.backendUrl], (complaint) =>
          complaints.push(complaint),
        );
      if (isWatched) browser.on('context', watch);
      const translate = (context: BrowserContext) => context.addInitScript(translatePage);
      if (isTranslated) browser.on('context', translate);
      await use();
      browser.off('context', watch);
      browser.off('context', translate);
      app.faults.clear();
      app.requests.clear();
      app.clock.reset();
      expect(complaints, 'what no page may ever do').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
