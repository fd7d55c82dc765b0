import type { Page } from '@playwright/test';
import { allAnswered } from '../support/all-answered.ts';
import { holdScripts, open } from '../support/hold-scripts.ts';
import { methodRow, openTab, sendLink, signInAt, stateIn } from '../support/pages.ts';
import { expect, test as base } from '../support/test.ts';
import { createUser } from '../support/test-user.ts';

const activate = 'POST /mfa/magic-link/activate';

const test = base.extend<{ link: string; other: Page }>({
  /** A link that `user` asked for on their settings page. */
  link: async ({ signedIn: page, user, mailbox }, use) => {
    await sendLink(methodRow(page, 'Magic link'));
    await use(await mailbox.linkFor(user.email));
  },
  /** Another browser, in which nobody is signed in. */
  other: async ({ openOtherBrowser }, use) => use(await openOtherBrowser()),
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const turnOn = (page: Page) => page.getByRole('button', { name: 'Turn on magic link' }).click();
const noLonger = /This link no longer works/;
const unclear = /We couldn't tell whether that worked/;

test.describe('An emailed link', () => {
  test('leaves the address bar, the history and every referrer before anything is sent', async ({
    link,
    other,
    requests,
    site,
  }) => {
    const token = new URL(link).searchParams.get('token') ?? '';
    await other.goto('./sign-in');
    await other.goto(link);
    await expect(other.getByRole('button', { name: 'Turn on magic link' })).toBeVisible();
    expect(other.url()).toMatch(/\/activate$/);
    await turnOn(other);
    await expect(heading(other, 'Magic link is on')).toBeVisible();

    const document = requests.all().filter(({ url }) => url.includes(token));
    expect(document.map(({ call }) => call)).toEqual([`GET ${site.base}activate`]);
    expect(requests.all().filter(({ headers }) => headers.referer?.includes(token))).toEqual([]);
    const kept = await other.evaluate(() =>
      JSON.stringify([history.state, localStorage, sessionStorage]),
    );
    expect(kept).not.toContain(token);
    await other.goBack();
    await other.goForward();
    expect(other.url()).not.toContain(token);
  });

  test('works with the token after a # too', async ({ link, other }) => {
    await other.goto(link.replace('?token=', '#token='));
    await turnOn(other);
    await expect(heading(other, 'Magic link is on')).toBeVisible();
    expect(other.url()).toMatch(/\/activate$/);
  });

  test('works with what a mail program put around it', async ({ link, other }) => {
    await other.goto(`${link.replace('token=', 'token=%E2%80%8B')}%3E.`);
    await turnOn(other);
    await expect(heading(other, 'Magic link is on')).toBeVisible();
    expect(other.url()).toMatch(/\/activate$/);
  });

  test('shows the same outcome after a reload and after Back, and sends nothing', async ({
    link,
    other,
    requests,
  }) => {
    await other.goto(link);
    await turnOn(other);
    await expect(heading(other, 'Magic link is on')).toBeVisible();
    await other.reload();
    await expect(heading(other, 'Magic link is on')).toBeVisible();
    await other.goto('./sign-in');
    await other.goBack();
    await expect(heading(other, 'Magic link is on')).toBeVisible();
    expect(requests.count(activate)).toBe(1);
  });

  test('that was used before says so to a person who is signed out', async ({
    link,
    other,
    page,
  }) => {
    await page.goto(link);
    await expect(heading(page, 'Magic link is on')).toBeVisible();
    await other.goto(link);
    await turnOn(other);
    await expect(other.getByText(noLonger)).toBeVisible();
    await expect(other.getByRole('link', { name: 'Sign in to send a new one' })).toBeVisible();
  });

  test('that was used before says "Already on" to its owner @translated', async ({
    link,
    page,
  }) => {
    await page.goto(link);
    await expect(heading(page, 'Magic link is on')).toBeVisible();
    const again = await openTab(page, link);
    const button = again.getByRole('button', { name: 'Turn on magic link' });
    await expect(button.or(heading(again, /Already on/))).toBeVisible();
    if (await button.isVisible()) await button.click();
    await expect(heading(again, /Already on/)).toBeVisible();
  });

  test('works for ten minutes, and its owner sends a new one @translated', async ({
    link,
    page,
    clock,
    user,
    mailbox,
  }) => {
    await clock.advance(10 * 60_000 + 1000);
    await page.goto(link);
    await expect(page.getByText(noLonger)).toBeVisible();
    await page.getByRole('button', { name: 'Send a new link' }).click();
    // The last proof is over ten minutes old by now.
    await page.getByLabel('Password', { exact: true }).fill(user.password);
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    const next = await mailbox.linkFor(user.email);
    await page.goto(next);
    await expect(heading(page, 'Magic link is on')).toBeVisible();
  });

  test('of an account that is gone says so @translated', async ({ link, other, faults }) => {
    faults.answer(activate, {
      status: 404,
      body: { success: false, error: 'User not found or inactive' },
    });
    await other.goto(link);
    await turnOn(other);
    await expect(other.getByText("We couldn't find an account for this link")).toBeVisible();
  });

  for (const [what, body] of [
    ['fails', { success: false, error: 'Failed to activate magic link MFA' }],
    ["is a proxy's page", '<h1>502 Bad Gateway</h1>'],
  ] as const)
    test(`whose answer ${what} can be tried again`, async ({ link, other, faults, requests }) => {
      faults.answer(activate, { status: 500, body }, { times: 1 });
      await other.goto(link);
      await turnOn(other);
      await expect(other.getByText(unclear)).toBeVisible();
      await expect(other.getByText('Bad Gateway')).toBeHidden();
      await other.getByRole('button', { name: 'Try again' }).click();
      await expect(heading(other, 'Magic link is on')).toBeVisible();
      expect(requests.count(activate)).toBe(2);
    });

  test('whose answer was lost may be on already, and says so on the second try @translated', async ({
    link,
    other,
    faults,
  }) => {
    faults.cut(activate, { times: 1 });
    await other.goto(link);
    await turnOn(other);
    await expect(other.getByText(unclear)).toBeVisible();
    await other.getByRole('button', { name: 'Try again' }).click();
    await expect(other.getByText(/may already be on/i)).toBeVisible();
  });

  test('whose answer does not come is given up after 20 seconds, and can be tried again', async ({
    link,
    other,
    clock,
    faults,
    requests,
  }) => {
    await clock.follow(other);
    faults.silence(activate, { times: 1 });
    await other.goto(link);
    await turnOn(other);
    await expect(heading(other, 'Turning on magic link')).toBeVisible();
    await expect.poll(() => requests.count(activate)).toBe(1);
    await clock.advance(6_000);
    await expect(other.getByText('Still working')).toBeVisible();
    await clock.advance(15_000);
    await expect(other.getByText(unclear)).toBeVisible();
    await other.getByRole('button', { name: 'Try again' }).click();
    await expect(heading(other, 'Magic link is on')).toBeVisible();
  });

  test('pressed offline stays in the page until the person presses again @translated', async ({
    link,
    other,
    requests,
  }) => {
    await other.goto(link);
    await expect(other.getByRole('button', { name: 'Turn on magic link' })).toBeVisible();
    await other.context().setOffline(true);
    await turnOn(other);
    await expect(heading(other, "You're offline")).toBeVisible();
    await other.context().setOffline(false);
    await expect(other.getByText(/You seem to be offline/)).toBeHidden();
    await allAnswered(other);
    expect(requests.count(activate)).toBe(0);
    await turnOn(other);
    await expect(heading(other, 'Magic link is on')).toBeVisible();
  });

  test('[A1] shows another signed-in person nothing of its owner, and changes nothing for them', async ({
    app,
    link,
    other,
  }) => {
    const bystander = await createUser(app);
    await signInAt(other, bystander);
    await expect(heading(other, 'Multi-factor authentication')).toBeVisible();
    await other.goto(link);
    const masked = `${bystander.email[0]}•••@example.com`;
    await expect(other.getByText(`You're signed in as ${masked}`)).toBeVisible();
    await turnOn(other);
    await expect(heading(other, 'This link was for another account')).toBeVisible();
    await expect(other.getByText(`${masked} is signed in here`)).toBeVisible();
    await other.reload();
    await expect(heading(other, 'This link was for another account')).toBeVisible();
    await other.goto('./');
    await expect(other.getByText(bystander.email).first()).toBeVisible();
    await expect(stateIn(methodRow(other, 'Magic link'), 'Not set up')).toBeVisible();
  });
});

test('[A1] A link waits for a click where somebody else has signed in since it was requested', async ({
  app,
  link,
  page,
  requests,
}) => {
  const bystander = await createUser(app);
  // The tab is closed without signing out: the mark of who asked stays in this browser.
  const tab = await page.context().newPage();
  await page.close();
  await signInAt(tab, bystander);
  await expect(heading(tab, 'Multi-factor authentication')).toBeVisible();
  await expect(tab.getByText('We sent a link')).toBeHidden();
  await tab.goto(link);
  await expect(tab.getByText(/You're signed in as/)).toBeVisible();
  expect(requests.count(activate)).toBe(0);
});

test('[A1] A link posts by itself where the person who requested it is signed out', async ({
  link,
  page,
}) => {
  const tab = await page.context().newPage();
  await page.close();
  await tab.goto(link);
  await expect(heading(tab, 'Magic link is on')).toBeVisible();
});

test('[A1] A link is posted once, while the script of its page is still on its way', async ({
  link,
  page,
  requests,
}) => {
  const tab = await page.context().newPage();
  const goOn = await holdScripts(tab);
  await open(tab, link);
  await expect.poll(() => requests.count(activate)).toBe(1);
  await expect(tab).toHaveURL(/\/activate$/);
  goOn();
  await expect(heading(tab, 'Magic link is on')).toBeVisible();
  await tab.reload();
  await expect(heading(tab, 'Magic link is on')).toBeVisible();
  expect(requests.count(activate)).toBe(1);
});

test.describe('An incomplete link', () => {
  const longToken = `a.${'b'.repeat(8000)}.c`;
  for (const [what, path] of [
    ['without a token', './activate'],
    ['with an empty token', './activate?token='],
    ['that was cut', './activate?token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIi'],
    ['with something that is no token', './activate?token=%3Cscript%3Ealert(1)%3C/script%3E'],
    ['with a token of over 4 kB', `./activate?token=${longToken}`],
    // Chromium itself refuses addresses of over 2 MB.
    ['with a token of 1 MB after a #', `./activate#token=a.${'b'.repeat(1_000_000)}.c`],
  ] as const)
    test(`${what} is refused without a request`, async ({ page, requests }) => {
      await page.goto(path);
      await expect(page.getByText(/This link is incomplete/)).toBeVisible();
      await expect(page.getByText(/Open it again from the email/)).toBeVisible();
      expect(requests.count(activate)).toBe(0);
    });
});
