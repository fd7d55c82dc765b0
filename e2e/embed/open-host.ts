import type { Page } from '@playwright/test';
import { test as base } from '../support/test.ts';
import type { TestApp } from '../support/test-app.ts';
import type { TestUser } from '../support/test-user.ts';
import { startHosts } from './start-hosts.ts';

/** Options of a project. */
export interface EmbedOptions {
  /** The page around the settings. */
  hostPage: string;
}

interface EmbedFixtures {
  /** Opens the page around the settings, where `user` has signed in a moment ago. */
  openHost: (
    /** Options of the settings, for the page's address. */
    wishes?: Record<string, string>,
    sign?: {
      /** Whether the host says when the password was given, so that it is not asked for again. */
      isProven?: boolean;
    },
  ) => Promise<void>;
  /** What the host was told of so far. */
  events: () => Promise<{ type: string; action?: string; page?: string; method?: string }[]>;
}

export const test = base.extend<EmbedOptions & EmbedFixtures, { app: TestApp }>({
  hostPage: ['react.html', { option: true }],
  app: [
    async ({}, use) => {
      const app = await startHosts();
      await use(app);
      await app.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  openHost: async ({ page, app, user, hostPage }, use) =>
    use(async (wishes = {}, { isProven = true } = {}) => {
      await signInAtHost(page, app, user, isProven);
      await page.goto(`./${hostPage}?${new URLSearchParams(wishes).toString()}`);
    }),
  events: async ({ page }, use) =>
    use(() => page.evaluate(() => (window as { events?: { type: string }[] }).events ?? [])),
});

/** The host's own sign-in is not what is tested: it has the tokens when its page opens. */
async function signInAtHost(page: Page, app: TestApp, user: TestUser, isProven: boolean) {
  const { email, password } = user;
  const answer = await page.request.post(`${app.origin}/user/login`, { data: { email, password } });
  const tokens = (await answer.json()) as object;
  const kept = { ...tokens, ...(isProven && { provenAt: app.clock.now() }) };
  await page.addInitScript((text) => {
    if (localStorage.getItem('host') === null) localStorage.setItem('host', text);
  }, JSON.stringify(kept));
}

export { expect } from '../support/test.ts';
