import type { Page, Response } from '@playwright/test';
import { badAnswers, secret } from '../support/bad-answers.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { methodRow, sendLink, settingsHeading, signInAt } from '../support/pages.ts';
import type { Faults } from '../support/faults.ts';
import { createOrganization, openOrganization } from '../support/organization.ts';
import { expect, test } from '../support/test.ts';
import type { TestApp } from '../support/test-app.ts';
import type { TestUser } from '../support/test-user.ts';

const badReadings = {
  ...badAnswers,
  'wrong types': { status: 200, body: { success: true, data: { isEnabled: secret, id: 5 } } },
  'cut JSON': { status: 200, body: '{"success":true,"data":[{"type":"PASS' },
};

interface Reading {
  reads: string;
  call: string;
  /** Leads to where the call is made. */
  open: (app: TestApp, page: Page, user: TestUser) => Promise<unknown>;
  read: (page: Page) => ReturnType<Page['locator']>;
}

async function openSettings(_app: TestApp, page: Page, user: TestUser) {
  await signInAt(page, user);
  await expect(methodRow(page, 'Passkey')).toBeVisible();
}

async function openDevices(_app: TestApp, page: Page, user: TestUser) {
  await signInAt(page, user, '/your-devices');
  await expect(page.getByRole('link', { name: /^Details of/ })).toBeVisible();
}

async function openMembers(app: TestApp, page: Page) {
  const { owner } = await createOrganization(app);
  await openOrganization(app, page, owner);
}

const readings: Reading[] = [
  {
    reads: 'the settings by their status',
    call: 'GET /mfa/status',
    open: openSettings,
    read: (page) => methodRow(page, 'Passkey'),
  },
  {
    reads: 'the settings by their methods',
    call: 'GET /mfa/methods',
    open: openSettings,
    read: (page) => methodRow(page, 'Passkey'),
  },
  {
    reads: 'the second step',
    call: 'GET /mfa/status',
    async open(app, page, user) {
      await enrolAuthenticatorApp(app, user);
      await signInAt(page, user, '/sign-in/second-step');
      await expect(page.getByLabel('Code from the app')).toBeVisible();
    },
    read: (page) => page.getByLabel('Code from the app'),
  },
  {
    reads: 'the members of their organization',
    call: 'GET /organization/users',
    open: openMembers,
    read: (page) => page.getByRole('listitem').filter({ hasText: 'Lovelace' }),
  },
  {
    reads: 'their role in their organization',
    call: 'GET /user/profile',
    open: openMembers,
    read: (page) => page.getByRole('heading', { name: 'Members' }),
  },
  {
    reads: 'where they are signed in',
    call: 'GET /sessions',
    open: openDevices,
    read: (page) => page.getByRole('button', { name: 'Sign out everywhere…' }),
  },
  {
    reads: 'their devices',
    call: 'GET /devices',
    open: openDevices,
    read: (page) => page.getByRole('link', { name: /^Details of/ }),
  },
  {
    reads: 'one device',
    call: 'GET /devices/{id}',
    async open(app, page, user) {
      await openDevices(app, page, user);
      await page.getByRole('link', { name: /^Details of/ }).click();
      await expect(page.getByRole('button', { name: 'Remove device…' })).toBeVisible();
    },
    read: (page) => page.getByRole('button', { name: 'Remove device…' }),
  },
  {
    reads: 'who else is signed in, after a sign-in that was not theirs',
    call: 'GET /sessions',
    async open(_app, page, user) {
      await signInAt(page, user, '/not-me');
      await page.getByRole('button', { name: "Confirm it's me" }).click();
      await expect(page.getByText("You're not signed in anywhere else.")).toBeVisible();
    },
    read: (page) => page.getByText("You're not signed in anywhere else."),
  },
  {
    reads: 'the key for their authenticator app',
    call: 'POST /mfa/setup',
    async open(_app, page, user) {
      await signInAt(page, user, '/set-up/authenticator-app');
      await expect(page.getByLabel('Code from the app')).toBeVisible();
    },
    read: (page) => page.getByLabel('Code from the app'),
  },
];

const alert = (page: Page) => page.getByRole('alert').filter({ visible: true }).first();

for (const { reads, call, open, read } of readings)
  test.describe(`A person who reads ${reads}`, () => {
    test('sees every invalid answer explained, and tries again', async ({
      app,
      page,
      user,
      clock,
      faults,
    }) => {
      await clock.follow(page);
      await open(app, page, user);
      for (const [what, answer] of Object.entries(badReadings))
        await test.step(what, async () => {
          faults.answer(call, answer);
          await page.reload();
          await expect(alert(page)).toContainText(
            /We couldn't reach the service|The service didn't accept this/,
          );
          await expect(page.getByText(secret)).toHaveCount(0);
          await expect(read(page)).toBeHidden();
          faults.clear();
        });
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await expect(read(page)).toBeVisible();
      await expect(alert(page)).toBeHidden();
    });

    test('sees after 5 seconds that it is still working, and after 20 that no answer came', async ({
      app,
      page,
      user,
      clock,
      faults,
      requests,
    }) => {
      await clock.follow(page);
      await open(app, page, user);
      requests.clear();
      faults.silence(call);
      await page.reload();
      await expect.poll(() => requests.count(call)).toBeGreaterThan(0);
      await clock.advance(6000);
      await expect(page.getByText('Still working').first()).toBeVisible();
      await clock.advance(15_000);
      await expect(alert(page)).toContainText('The service took too long to answer');
      await expect(page.getByText('Still working')).toBeHidden();
      faults.clear();
      await page.getByRole('button', { name: 'Try again' }).first().click();
      await expect(read(page)).toBeVisible();
    });
  });

test('A person sees the readable part of an answer, and a note about the rest', async ({
  signedIn: page,
  faults,
}) => {
  const passkey = { type: 'PASSKEY', isEnabled: true, colour: 'green', isAvailable: 'maybe' };
  const data = [passkey, 7, { type: 'CARRIER_PIGEON', name: '<b>Pigeon</b>' }];
  faults.answer('GET /mfa/methods', { status: 200, body: { success: true, data, extra: [1] } });
  await page.reload();
  await expect(methodRow(page, 'Passkey').getByText('On', { exact: true })).toBeVisible();
  await expect(page.getByText('<b>Pigeon</b>')).toBeVisible();
  await expect(page.getByText('Not supported in this version')).toBeVisible();
  await expect(
    page.getByText("Part of the list isn't shown because we couldn't read it."),
  ).toBeVisible();
});

test('A person who loses the connection sees how old the data on screen is @translated', async ({
  signedIn: page,
}) => {
  await page.context().setOffline(true);
  await expect(page.getByText(/^You seem to be offline/)).toBeVisible();
  await expect(page.getByText(/Last updated at \d+:\d\d/)).toBeVisible();
  await expect(methodRow(page, 'Passkey')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/Last updated at/)).toBeHidden();
});

interface Timed {
  url: string;
  start: number;
  end: number;
}

/**
 * How many requests follow one another, each begun after the one before had ended, up to a call. What
 * the document names comes second, even where the browser has too few connections to ask at once.
 */
async function chainTo(call: string, page: Page, document: Response | null): Promise<number> {
  const named = `${await document?.text()} ${document?.headers()['link']}`;
  const timed = await timings(page);
  const last = timed.find(({ url }) => url.endsWith(call));
  const length = ({ url, start }: Timed): number => {
    if (named.includes(new URL(url).pathname) && start > 0) return 2;
    const before = timed.filter((each) => each.end <= start && each.start < start);
    return 1 + Math.max(0, ...before.map((each) => length(each)));
  };
  return last ? length(last) : Number.POSITIVE_INFINITY;
}

/** As on a first visit: what the cache answers at once is in nobody's way. */
async function forgetFiles(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

/** So that it cannot seem to come first. */
function holdWhatIsNotAwaited(faults: Faults): void {
  for (const call of ['GET /user/profile', 'GET /favicon.svg']) faults.hold(call);
}

const timings = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, startTime, responseEnd }) => ({
        url: name,
        start: startTime,
        end: responseEnd,
      })),
  );

test('The settings load with 3 requests in a row', async ({ signedIn: page, faults }) => {
  await forgetFiles(page);
  holdWhatIsNotAwaited(faults);
  const document = await page.reload();
  await expect(methodRow(page, 'Passkey')).toBeVisible();
  expect(await chainTo('/mfa/methods', page, document)).toBeLessThanOrEqual(3);
});

test('An emailed link is posted with the third request in a row', async ({
  signedIn: page,
  user,
  mailbox,
  faults,
}) => {
  await sendLink(methodRow(page, 'Magic link'));
  const link = await mailbox.linkFor(user.email);
  await forgetFiles(page);
  holdWhatIsNotAwaited(faults);
  const document = await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  expect(await chainTo('/mfa/magic-link/activate', page, document)).toBeLessThanOrEqual(3);
  await expect(settingsHeading(page)).toBeHidden();
});
