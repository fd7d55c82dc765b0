import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { methodRow, settingsRead, signInAt } from '../support/pages.ts';
import { Mailbox } from '../support/mailbox.ts';
import { expect, test as base } from '../support/test.ts';

const activate = 'POST /mfa/magic-link/activate';

const test = base.extend<{ hostile: BrowserContext; framer: string }>({
  /** In a browser of its own: what a page of another origin does is not watched as the app's doing. */
  hostile: async ({ app, playwright, launchOptions }, use) => {
    const browser = await playwright.chromium.launch(launchOptions);
    await use(await browser.newContext({ baseURL: app.appUrl, locale: 'en' }));
    await browser.close();
  },
  /** Another origin, but the same site: its frames have all that this browser keeps for the app. */
  framer: async ({}, use) => {
    const server = createServer((request, response) => {
      const framed = new URL(request.url ?? '/', 'http://localhost').searchParams.get('frame');
      response.setHeader('Content-Type', 'text/html');
      response.end(`<iframe title="framed" width="900" height="700" src="${framed}"></iframe>`);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    await use(`http://localhost:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
  },
});

/** Opens the other origin's page in this tab. Gives back the frame in it, once it has loaded. */
async function frame(page: Page, framer: string, address: string) {
  await page.goto(`${framer}/?frame=${encodeURIComponent(address)}`);
  const framed = page.frames().find((each) => each.parentFrame() !== null);
  if (!framed) throw new Error('The page has no frame.');
  return framed;
}

/** The app's pages as they would be without the headers that forbid framing. */
async function allowFraming(context: BrowserContext, appUrl: string) {
  const isPage = ({ origin, pathname }: URL) =>
    origin === appUrl && ['/', '/activate'].includes(pathname);
  await context.route(isPage, async (route) => {
    const response = await route.fetch();
    const { 'x-frame-options': _, ...headers } = response.headers();
    const policy = headers['content-security-policy']?.replace("frame-ancestors 'none'; ", '');
    await route.fulfill({
      response,
      headers: { ...headers, ...(policy && { 'content-security-policy': policy }) },
    });
  });
}

const blocked = /^chrome-error:/;

test('[A13] A frame on another origin shows nothing about a signed-in person', async ({
  app,
  hostile,
  framer,
  user,
}) => {
  const page = await hostile.newPage();
  await signInAt(page, user);
  await settingsRead(page);

  const framed = await frame(page, framer, app.appUrl);
  expect(framed.url()).toMatch(blocked);
  await expect(framed.getByText('Passkey')).toHaveCount(0);

  // Without the headers, all of it would be there.
  await allowFraming(hostile, app.appUrl);
  const open = await frame(page, framer, app.appUrl);
  await expect(open.getByRole('heading', { name: 'Passkey' })).toBeVisible();
});

test('[A13] In a frame on another origin an emailed link shows nothing, and is not used up', async ({
  app,
  hostile,
  framer,
  user,
  requests,
}) => {
  const page = await hostile.newPage();
  await signInAt(page, user);
  await settingsRead(page);
  await methodRow(page, 'Magic link').getByRole('button', { name: 'Send link' }).click();
  const link = await new Mailbox(app.backend).linkFor(user.email);

  const framed = await frame(page, framer, link);
  expect(framed.url()).toMatch(blocked);
  await expect(framed.getByText('Magic link')).toHaveCount(0);
  expect(requests.count(activate)).toBe(0);

  // Without the headers it would turn the method on by itself, as this browser has asked for it.
  await allowFraming(hostile, app.appUrl);
  const open = await frame(page, framer, link);
  await expect(open.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  expect(requests.count(activate)).toBe(1);
});
