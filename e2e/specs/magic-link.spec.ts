import { methodRow, openTab, sendLink, signOut, stateIn } from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { watchJumps } from '../support/watch-jumps.ts';

test('A person sends themselves a link, opens it from the mail, and sees the method turn on @phone @translated', async ({
  signedIn: page,
  user,
  mailbox,
  requests,
}) => {
  const row = methodRow(page, 'Magic link');
  await sendLink(row);
  await expect(row.getByText('p•••@example.com').first()).toBeVisible();
  await expect(row.getByText(/^(10:00|9:\d\d)$/)).toBeVisible();
  const link = await mailbox.linkFor(user.email);

  const otherTab = await openTab(page, link);

  await expect(otherTab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  await expect(stateIn(row, 'On'), 'the settings follow by themselves').toBeVisible();
  await expect(stateIn(row, 'Primary')).toBeVisible();
  expect(requests.count('POST /mfa/magic-link/activate')).toBe(1);
  await otherTab.getByRole('link', { name: 'Go to settings' }).click();
  await expect(stateIn(methodRow(otherTab, 'Magic link'), 'On')).toBeVisible();
});

test('Nothing moves when the outcome of a link comes', async ({
  signedIn: page,
  context,
  user,
  mailbox,
  faults,
}) => {
  await sendLink(methodRow(page, 'Magic link'));
  // This browser still knows that it asked for the link, so the link is posted by itself.
  const storage = await page.evaluate(() => ({ ...localStorage }));
  await signOut(page);
  await page.evaluate((kept) => Object.assign(localStorage, kept), storage);
  const tab = await context.newPage();
  const jumps = await watchJumps(tab);
  const release = faults.hold('POST /mfa/magic-link/activate', { times: 1 });
  await tab.goto(await mailbox.linkFor(user.email));
  await expect(tab.getByRole('heading', { name: 'Turning on magic link' })).toBeVisible();
  release();
  await expect(tab.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  expect(await jumps()).toEqual([]);
});

test('A link opened in another browser waits for one click, as mail scanners open links too @translated', async ({
  signedIn: page,
  user,
  mailbox,
  requests,
  openOtherBrowser,
}) => {
  await sendLink(methodRow(page, 'Magic link'));
  const other = await openOtherBrowser();
  await other.goto(await mailbox.linkFor(user.email));
  const turnOn = other.getByRole('button', { name: 'Turn on magic link' });
  await expect(turnOn).toBeVisible();
  expect(requests.count('POST /mfa/magic-link/activate')).toBe(0);

  await turnOn.dblclick();

  await expect(other.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  expect(requests.count('POST /mfa/magic-link/activate')).toBe(1);
  await page.reload();
  await expect(stateIn(methodRow(page, 'Magic link'), 'On')).toBeVisible();
});

test('A new link can be sent after 30 seconds, and the old one stops working @translated', async ({
  page,
  user,
  mailbox,
  clock,
  openOtherBrowser,
  openSettings,
}) => {
  await clock.follow(page);
  await openSettings();
  const row = methodRow(page, 'Magic link');
  await sendLink(row);
  const old = await mailbox.linkFor(user.email);
  await expect(row.getByText(/\b0:[0-3]\d/)).toBeVisible();

  await clock.advance(31_000);
  await sendLink(row);
  await mailbox.linkFor(user.email);

  const other = await openOtherBrowser();
  await other.goto(old);
  await other.getByRole('button', { name: 'Turn on magic link' }).click();
  await expect(other.getByText(/This link no longer works/)).toBeVisible();
});

test('A person sees why no link was sent @translated', async ({ signedIn: page, faults }) => {
  const row = methodRow(page, 'Magic link');
  faults.answer('POST /mfa/magic-link/send', {
    status: 429,
    headers: { 'Retry-After': '42' },
    body: { success: false, error: 'Too many requests' },
  });
  await row.getByRole('button', { name: 'Send link' }).click();
  await expect(row.getByRole('alert')).toContainText('Too many attempts');
  await expect(row.getByText(/0:[34]\d/)).toBeVisible();
});
