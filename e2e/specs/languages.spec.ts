import type { Page } from '@playwright/test';
import { languages } from '../../src/locales/languages.ts';
import { holdScripts, open } from '../support/hold-scripts.ts';
import { allAnswered } from '../support/all-answered.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import {
  expectNoPlainEnglish,
  expectNoSidewaysScrolling,
  expectNothingCut,
} from '../support/expect-fits.ts';
import { createOrganization } from '../support/organization.ts';
import type { Mailbox } from '../support/mailbox.ts';
import { expect, test } from '../support/test.ts';
import { codeFor, type TestUser } from '../support/test-user.ts';
import { watchJumps } from '../support/watch-jumps.ts';
import { makePseudoWords, readWords, type Say } from '../support/words.ts';
import { shownKey } from '../support/pages.ts';

/** Serves the pseudo-language in place of German, which the build would otherwise have to contain. */
async function speakPseudo(page: Page): Promise<Say> {
  const { words, say } = await makePseudoWords();
  await page.route('**/assets/words-*/**', (route) => route.fulfill({ json: words }));
  return say;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function signIn(page: Page, say: Say, { email, password }: TestUser) {
  await page.getByLabel(say('Email'), { exact: true }).fill(email);
  await page.getByLabel(say('Password'), { exact: true }).fill(password);
  await button(page, say('Sign in')).click();
}

/** Signs in, turns on the app and magic links, turns these off again, and signs in with a code. */
async function journey(page: Page, say: Say, user: TestUser, mailbox: Mailbox, now: () => number) {
  await page.goto('/');
  await signIn(page, say, user);
  await expect(
    page.getByRole('heading', { name: say('Multi-factor authentication') }),
  ).toBeVisible();
  await expect(page).toHaveTitle(say('Multi-factor authentication'));

  const app = say('Authenticator app');
  await button(page, say('Set up {name}', { name: app })).click();
  const secret = await shownKey(page);
  await page.getByLabel(say('Code from the app')).fill(codeFor(secret, now()));
  await button(page, say('Confirm')).click();
  const codes = page.getByRole('dialog').getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const [first = ''] = await codes.allInnerTexts();
  await button(page, say("I've saved them")).click();
  await page.getByLabel(say('One of your backup codes')).fill(first);
  await button(page, say('Finish')).click();
  await expect(page.getByText(say('Your authenticator app is set up.'))).toBeVisible();

  await button(page, say('Send link')).click();
  await expect(page.getByText(say('Resend link')).first()).toBeVisible();
  await page.goto(await mailbox.linkFor(user.email));
  await expect(page.getByRole('heading', { name: say('Magic link is on') })).toBeVisible();
  await page
    .getByRole('link', { name: say('Go to settings') })
    .or(button(page, say('Go to settings')))
    .click();
  await expect(page.getByText(say('Your account is protected'))).toBeVisible();

  const link = say('Magic link');
  await button(page, say('More for {name}', { name: link })).click();
  await page.getByRole('menuitem', { name: say('Turn off {name}', { name: link }) }).click();
  const question = page.getByRole('alertdialog', {
    name: say('Turn off {name}?', { name: link }),
  });
  await question.getByRole('button', { name: say('Turn off {name}', { name: link }) }).click();
  await expect(question).toBeHidden();
  await expect(button(page, say('Turn on {name}', { name: link }))).toBeVisible();

  await button(page, say('Account')).click();
  await page.getByRole('menuitem', { name: say('Sign out') }).click();
  await expect(page.getByText(say("You're signed out."))).toBeVisible();
  await signIn(page, say, user);
  await expect(page.getByRole('heading', { name: say("Confirm it's you") })).toBeVisible();
  const later = now() + 30_000;
  await page.getByLabel(say('Code from the app')).fill(toFullWidth(codeFor(secret, later)));
  await expect(page.getByText(say('Your account is protected'))).toBeVisible();
}

/** As a Japanese keyboard may write digits. */
const toFullWidth = (code: string) =>
  code.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

for (const language of ['de', 'ar', 'ja'].filter((tag) => tag in languages))
  test.describe(`In ${languages[language]?.name}`, () => {
    test.use({ locale: language });

    test('a person signs in, sets up a second step, opens a link and signs in with a code', async ({
      page,
      user,
      mailbox,
      clock,
    }) => {
      await journey(page, await readWords(language), user, mailbox, () => clock.now());
      const isRightToLeft = languages[language]?.isRightToLeft ?? false;
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(
        isRightToLeft ? 'rtl' : 'ltr',
      );
    });
  });

test.describe('For a reader of German', () => {
  test.use({ locale: 'de-AT' });

  test('the words load beside the script, and the page shows no English meanwhile', async ({
    page,
    requests,
  }) => {
    const say = await readWords('de');
    const goOn = await holdScripts(page);
    const jumps = await watchJumps(page);
    await open(page, '/sign-in');
    const asked = () => requests.all().filter(({ url }) => /words-\w+\/de\//.test(url));
    await expect
      .poll(() => asked().map(({ url }) => url.replace(/.*\//, '')))
      .toEqual(['first.json', 'sign-in-page.json']);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(page.locator('.shell svg').first()).toBeVisible();
    await expect(page.getByText('Account security')).toBeHidden();
    expect(await page.title()).toBe('');
    goOn();
    await expect(page.getByRole('heading', { name: say('Sign in') })).toBeVisible();
    await expect(page).toHaveTitle(say('Sign in'));
    const again = asked().filter(({ url }) => /(first|sign-in-page)\.json$/.test(url));
    expect(again, 'asked for once').toHaveLength(2);
    const moved = (await jumps()).reduce((sum, { value }) => sum + value, 0);
    expect(moved).toBeLessThan(0.05);
  });

  test('English is shown where the words do not load', async ({ page }) => {
    await page.route('**/first.json', (route) => route.fulfill({ status: 404 }));
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('A person chooses a language and a theme, keeps what they typed, and finds both again', async ({
  page,
  requests,
}) => {
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill('ada@example.com');
  const fields = page.locator('input, select, textarea');
  await expect(fields.nth(0)).toHaveAccessibleName('Email');
  await expect(fields.nth(1)).toHaveAccessibleName('Password');
  await page.getByRole('button', { name: 'Language and theme' }).click();
  await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Dark' });
  await page.getByLabel('Language', { exact: true }).selectOption({ label: 'العربية' });

  const say = await readWords('ar');
  await expect(page.getByRole('heading', { name: say('Language and theme') })).toBeVisible();
  await button(page, say('Done')).click();
  await expect(page.getByLabel(say('Email'), { exact: true })).toHaveValue('ada@example.com');
  await expect(page).toHaveTitle(say('Sign in'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');

  await holdScripts(page);
  requests.clear();
  await open(page, '/sign-in');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
    'dark',
  );
});

test('What a person chose is what the backend is asked in', async ({
  signedIn: page,
  requests,
}) => {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Language and theme' }).click();
  await page.getByLabel('Language', { exact: true }).selectOption('de');
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Sprache und Design');
  requests.clear();
  await page.reload();
  await expect(page.getByText('Ihr Konto ist nicht geschützt')).toBeVisible();
  const spoken = requests.all().filter(({ call }) => call === 'GET /mfa/status');
  expect(spoken.map(({ headers }) => headers['accept-language'])).toEqual(['de']);
});

test('A language that does not load is said so, and the page stays as it was', async ({ page }) => {
  await page.goto('/sign-in');
  await page.route('**/assets/words-*/de/*', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'Language and theme' }).click();
  await page.getByLabel('Language', { exact: true }).selectOption('de');
  await expect(page.getByRole('alert')).toContainText("We couldn't load this language.");
  await expect(page.getByLabel('Language', { exact: true })).toHaveValue('en');
});

test.describe('In a language with long words, on a narrow screen', () => {
  test.use({ locale: 'de', viewport: { width: 320, height: 640 } });

  test('the whole journey is translated', async ({ page, user, mailbox, clock }) => {
    const say = await speakPseudo(page);
    await journey(page, say, user, mailbox, () => clock.now());
  });

  test('in the list of members, no button lies over a state', async ({ app, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const say = await speakPseudo(page);
    const { owner, join } = await createOrganization(app);
    const { nextCode } = await enrolAuthenticatorApp(app, owner);
    await enrolAuthenticatorApp(app, await join({ name: 'Bob', lastName: 'Example' }));
    await join({ name: 'Grace', lastName: 'Hopper' });
    await page.goto('/organization');
    await signIn(page, say, owner);
    await page.getByLabel(say('Code from the app')).fill(nextCode());
    await expect(page.getByText(say('No second step'), { exact: true })).toBeVisible();
    await expect(page.getByText(say('Reset methods'), { exact: true })).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectNothingCut(page);
  });

  for (const isMirrored of [false, true])
    test(`nothing is cut off, overlaps or stays in English${isMirrored ? ', nor from right to left' : ''}`, async ({
      app,
      page,
      user,
    }) => {
      test.slow();
      const say = await speakPseudo(page);
      if (isMirrored) await page.addInitScript(mirror);
      // What a person wrote, and what the backend calls their browser.
      const names = new RegExp(`${user.email}|\\S+@\\S+|Grace|Hopper|Chrome unter Linux`, 'g');
      const look = async () => {
        await expect(page.getByText(say('Loading'), { exact: true })).toBeHidden();
        await expectNoSidewaysScrolling(page);
        await expectNothingCut(page);
        await expectNoPlainEnglish(page, names);
      };
      await page.goto('/sign-in');
      await button(page, say('Sign in')).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await look();
      for (const path of ['/forgot-password', '/activate', '/sign-in/link', '/no-such-page']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await look();
      }
      await enrolAuthenticatorApp(app, user, { isOff: true });
      await page.goto('/');
      await signIn(page, say, user);
      await expect(page.getByText(say("Your account isn't protected"))).toBeVisible();
      await look();
      await button(page, say('More for {name}', { name: say('Authenticator app') })).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await look();
      for (const path of [
        '/set-up/authenticator-app',
        '/set-up/passkey',
        '/set-up/magic-link',
        '/reset',
      ]) {
        await page.goto(path);
        await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toBeVisible();
        await look();
      }
      for (const path of ['/your-devices', '/password']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await allAnswered(page);
        await look();
      }
    });
});

/** Shows the page from right to left, whatever its language. */
function mirror() {
  new MutationObserver(() => (document.documentElement.dir = 'rtl')).observe(document, {
    childList: true,
  });
}
