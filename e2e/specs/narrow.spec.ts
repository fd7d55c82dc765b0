import { orgRoles } from '../../src/api/contract.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { expectNoSidewaysScrolling } from '../support/expect-fits.ts';
import {
  confirmCode,
  methodRow,
  secondStepHeading,
  sendLink,
  settingsHeading,
  signIn,
  signInAt,
  stateIn,
} from '../support/pages.ts';
import { expect, test } from '../support/test.ts';
import { createUser } from '../support/test-user.ts';

const word = 'w'.repeat(63);
const longEmail = () => `${crypto.randomUUID()}@${'d'.repeat(63)}.example`;

test.use({ viewport: { width: 320, height: 640 } });

test('Someone with a long address on a narrow screen never scrolls sideways', async ({
  app,
  page,
  mailbox,
  faults,
  openOtherBrowser,
}) => {
  const user = await createUser(app, { email: longEmail(), name: word, lastName: word });
  await page.goto('/sign-in');
  await expect(page.getByLabel('Email')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await signIn(page, user);
  const row = methodRow(page, 'Magic link');
  await expect(row).toBeVisible();
  await expectNoSidewaysScrolling(page);

  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await page.keyboard.press('Escape');

  const headers = { 'X-Request-Id': 'r'.repeat(64) };
  faults.answer('POST /mfa/magic-link/send', { status: 500, headers, body: {} }, { times: 1 });
  await row.getByRole('button', { name: 'Send link' }).click();
  await expect(row.getByRole('alert')).toContainText('rrrr');
  await expectNoSidewaysScrolling(page);
  await sendLink(row);
  await expect(row.getByText(/Link sent to/)).toBeVisible();
  await expectNoSidewaysScrolling(page);

  for (const path of ['/set-up/magic-link', '/set-up/passkey', '/set-up/authenticator-app']) {
    await page.goto(path);
    await expect(page.locator('dialog').getByRole('button').first()).toBeVisible();
    await expect(page.locator('dialog').getByText(/Loading|Reading/)).toBeHidden();
    await expectNoSidewaysScrolling(page);
  }

  const link = await mailbox.linkFor(user.email);
  const other = await openOtherBrowser();
  await other.setViewportSize({ width: 320, height: 640 });
  faults.answer('POST /mfa/magic-link/activate', {
    status: 200,
    body: { success: true, data: { email: user.email } },
  });
  await other.goto(link);
  await other.getByRole('button', { name: 'Turn on magic link' }).click();
  await expect(other.getByText(user.email)).toBeVisible();
  await expectNoSidewaysScrolling(other);

  const [mail] = mailbox.messagesTo(user.email);
  await other.goto('about:blank');
  await other.setContent((mail?.html ?? '').replaceAll('support@example.com', user.email));
  await expect(other.getByText(user.email).first()).toBeVisible();
  await expectNoSidewaysScrolling(other);
});

test('On a narrow screen a person proves who they are, tests and turns off without scrolling sideways', async ({
  app,
  page,
}) => {
  const user = await createUser(app, { email: longEmail() });
  const { nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user);
  await expect(secondStepHeading(page)).toBeVisible();
  await confirmCode(page, '000000');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await confirmCode(page, nextCode());
  await expect(settingsHeading(page)).toBeVisible();
  const row = methodRow(page, 'Authenticator app');
  await expect(stateIn(row, 'On')).toBeVisible();
  await row.getByRole('button', { name: 'More for Authenticator app' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoSidewaysScrolling(page);
  for (const path of ['/turn-off/authenticator-app', '/test/authenticator-app', '/reset']) {
    await page.goto(path);
    await expect(
      page.locator('dialog').getByRole('button', { name: /^(Turn|Confirm|Reset)/ }),
    ).toBeVisible();
    await expectNoSidewaysScrolling(page);
  }
});

test('A method with a long name, and an organization with long names, fit on a narrow screen', async ({
  app,
  page,
  faults,
}) => {
  const { id: orgId } = await app.backend.createOrganization(word);
  const names = { name: word, lastName: word };
  const owner = await createUser(app, {
    email: longEmail(),
    orgId,
    orgRole: orgRoles.owner,
    ...names,
  });
  const bob = await createUser(app, { email: longEmail(), orgId, ...names });
  await enrolAuthenticatorApp(app, bob);
  const { nextCode } = await enrolAuthenticatorApp(app, owner);
  faults.answer('GET /mfa/methods', {
    status: 200,
    body: { success: true, data: [{ type: 'NEW', name: word, isAvailable: true }] },
  });
  await signInAt(page, owner);
  await confirmCode(page, nextCode());
  await expect(page.getByRole('heading', { name: word })).toBeVisible();
  await expectNoSidewaysScrolling(page);

  await page.goto('/organization');
  await expect(page.getByText(bob.email)).toBeVisible();
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: 'Reset methods' }).first().click();
  await expect(page.locator('dialog')).toContainText(bob.email);
  await expectNoSidewaysScrolling(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Require for everyone' }).click();
  await expect(page.locator('dialog')).toBeVisible();
  await expectNoSidewaysScrolling(page);
});

test('On a wider screen the long address in the header is cut, not wrapped', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 500, height: 640 });
  const user = await createUser(app, { email: longEmail() });
  await signInAt(page, user);
  await expect(page.getByRole('banner').getByText(user.email).first()).toBeVisible();
  await expect
    .poll(() => page.getByRole('banner').evaluate((each) => each.clientHeight))
    .toBeLessThan(80);
  await expectNoSidewaysScrolling(page);
});

test('With text twice as large, the pages for signing in fit, and no label or button breaks within a word', async ({
  app,
  page,
  faults,
}) => {
  const user = await createUser(app);
  await enrolAuthenticatorApp(app, user);
  await page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.fontSize = '200%';
    }),
  );
  await page.goto('/sign-in');
  await expect(page.getByLabel('Email')).toBeVisible();
  const fits = async () => {
    await expectNoSidewaysScrolling(page);
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('h1, h2, label, .button-label')]
        .filter((each) => each.checkVisibility({ visibilityProperty: true }))
        .flatMap((each) => {
          const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
          const words: string[] = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode())
            for (const { 0: word, index } of (node as Text).data.matchAll(/\S+/g)) {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
              if (tops.size > 1) words.push(word);
            }
          return words;
        }),
    );
    expect(broken, 'words on two lines').toEqual([]);
  };
  await fits();
  const [field, show] = await Promise.all([
    page.getByLabel('Password', { exact: true }).boundingBox(),
    page.getByRole('button', { name: 'Show password' }).boundingBox(),
  ]);
  expect(show!.width, 'most of the field is left to type in').toBeLessThan(field!.width / 3);
  const wait = { status: 429, headers: { 'Retry-After': '742' }, body: { success: false } };
  faults.answer('POST /user/login', wait, { times: 1 });
  await signIn(page, user);
  await expect(page.getByRole('alert')).toBeVisible();
  await fits();
  await page.reload();
  await signIn(page, user);
  await expect(secondStepHeading(page)).toBeVisible();
  await fits();
  await confirmCode(page, '000000');
  await expect(page.getByRole('alert')).toBeVisible();
  await fits();
  await page.getByRole('button', { name: 'Use a backup code instead' }).click();
  await fits();
  await page.goto('/sign-in/link?token=abc');
  await expect(page.getByRole('heading', { name: 'This link is incomplete' })).toBeVisible();
  await fits();
});
