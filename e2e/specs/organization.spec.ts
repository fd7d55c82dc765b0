import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { orgRoles } from '../../src/api/contract.ts';
import { users } from '../backend/database/schema.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import {
  confirmCode,
  methodRow,
  openTab,
  sendLink,
  settingsRead,
  signInAt,
  stateIn,
} from '../support/pages.ts';
import { expectNoAxeViolations } from '../support/expect-no-axe-violations.ts';
import {
  createOrganization,
  memberRow,
  openOrganization,
  openOrganizationWithBob,
} from '../support/organization.ts';
import { expect, test } from '../support/test.ts';
import { codeFor } from '../support/test-user.ts';
import type { TestUser } from '../support/test-user.ts';

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

/** An answer in the backend's place; unlike it, it may leave out who has a second step. */
const listOf = (count: number, mfaEnabled?: boolean) => ({
  status: 200,
  body: {
    success: true,
    data: Array.from({ length: count }, (_, index) => {
      const number = String(index).padStart(5, '0');
      const email = `person-${number}@example.com`;
      return { id: number, email, name: 'Zoë', lastName: `Nr ${number}`, orgRole: 0, mfaEnabled };
    }),
    total: count,
  },
});

test('An owner requires a second step, and a member without one is led through set-up at sign-in @phone @translated', async ({
  app,
  page,
  mailbox,
  openOtherBrowser,
}) => {
  const { owner, join } = await createOrganization(app);
  const bob = await join({ name: 'Bob', lastName: 'Example' });
  await openOrganization(app, page, owner);
  await expect(page.getByText('1 of 2 members has no second step.')).toBeVisible();
  await expect(memberRow(page, bob.email).getByText('No second step')).toBeVisible();

  await page.getByRole('button', { name: 'Require for everyone' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Require a second step for everyone?' });
  await expect(dialog).toContainText(
    "1 of 2 members has no second step. They'll be asked to set one up the next time they sign in.",
  );
  await dialog.getByRole('button', { name: 'Require', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'A second step is required' })).toBeVisible();

  const other = await openOtherBrowser();
  await signInAt(other, bob);
  const missing = other.getByRole('heading', {
    name: 'Your organization requires a second step',
  });
  await expect(missing).toBeVisible();
  const asked = other.getByRole('list', { name: 'What your organization requires' });
  await expect(asked.getByRole('listitem')).toHaveText([
    'Sign in with your password (done)',
    'Turn on a second step',
  ]);
  await sendLink(methodRow(other, 'Magic link'));
  const linkTab = await openTab(other, await mailbox.linkFor(bob.email));
  await expect(linkTab.getByRole('heading', { name: 'Magic link is on' })).toBeVisible();
  await expect(missing).toBeHidden();
  await expect(asked).toBeHidden();
  await expect(stateIn(methodRow(other, 'Magic link'), 'On')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Everyone has a second step.')).toBeVisible();
  await page.getByRole('button', { name: 'Stop requiring' }).click();
  const stop = page.getByRole('alertdialog', { name: 'Stop requiring a second step?' });
  await stop.getByRole('button', { name: 'Stop requiring' }).click();
  await expect(page.getByRole('heading', { name: "A second step isn't required" })).toBeVisible();
});

test('[A12] A member is reset after a confirmation that names them, and enrols again @translated', async ({
  app,
  page,
  mailbox,
  requests,
  openOtherBrowser,
}) => {
  const { bob, row } = await openOrganizationWithBob(app, page);
  await expect(row.getByText('Second step on')).toBeVisible();

  const reset = row.getByRole('button', { name: 'Reset methods for Bob Example' });
  await reset.click();
  const dialog = page.getByRole('alertdialog', { name: 'Reset methods for Bob Example?' });
  await expect(dialog).toContainText(bob.email);
  await expect(dialog).toContainText('they can sign in with just their password');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(reset).toBeFocused();
  await reset.click();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('./organization');
  await expect(reset).toBeFocused();
  expect(requests.count('POST /mfa/reset'), 'nothing before it is confirmed').toBe(0);

  await reset.click();
  await dialog.getByRole('button', { name: 'Reset methods' }).dblclick();
  await expect(dialog).toBeHidden();
  expect(requests.count('POST /mfa/reset'), 'one request for a double click').toBe(1);
  await expect(row.getByText('No second step')).toBeVisible();
  await expect(row.getByText('Methods removed')).toBeVisible();
  await expect(
    row.getByRole('button', { name: 'Copy a reminder for Bob Example' }),
    'nothing left to reset: the button has another use, and keeps the focus',
  ).toBeFocused();
  await expect.poll(() => mailbox.messagesTo(bob.email)[0]?.text).toContain('Ada Lovelace');

  const other = await openOtherBrowser();
  await signInAt(other, bob);
  await expect(other.getByText("Your account isn't protected")).toBeVisible();
  await sendLink(methodRow(other, 'Magic link'));
  await openTab(other, await mailbox.linkFor(bob.email));
  await expect(stateIn(methodRow(other, 'Magic link'), 'On')).toBeVisible();
  await page.reload();
  await expect(row.getByText('Second step on')).toBeVisible();
});

test('A member who types the address is refused, and the list of members is not requested', async ({
  app,
  page,
  requests,
}) => {
  const { owner, join } = await createOrganization(app);
  const bob = await join();
  await signInAt(page, bob, '/organization');
  await expect(
    page.getByRole('heading', { name: 'This page is for administrators' }),
  ).toBeVisible();
  await expect(page.getByText(owner.email)).toBeHidden();
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Organization' })).toBeHidden();
  expect(requests.count('GET /organization/users')).toBe(0);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Go to settings' }).click();
  await expect(page.getByRole('heading', { name: 'Multi-factor authentication' })).toBeVisible();
});

test('An administrator without a method cannot lock themselves out, and sees why', async ({
  app,
  page,
}) => {
  const { join } = await createOrganization(app);
  const administrator = await join({ orgRole: orgRoles.administrator });
  await signInAt(page, administrator);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Organization' }).click();
  await expect(page).toHaveURL('./organization');
  await expect(page).toHaveTitle('Organization');
  const require = page.getByRole('button', { name: 'Require for everyone' });
  await expect(require).toHaveAttribute('aria-disabled', 'true');
  await expect(require).toHaveAccessibleDescription(/Turn on a method of your own first/);
  // Playwright would wait for it to be enabled; a person would not.
  await require.click({ force: true });
  await expect(page.getByRole('alertdialog')).toBeHidden();
});

for (const action of ['reset a member', 'read the members'] as const)
  test(`Someone who is no longer an administrator finds the page closed when they ${action}`, async ({
    app,
    page,
  }) => {
    const { owner, bob, row } = await openOrganizationWithBob(app, page);
    await expect(row).toBeVisible();
    const { database } = app.backend;
    const changeRole = () =>
      database.update(users).set({ orgRole: orgRoles.user }).where(eq(users.id, owner.id));
    if (action === 'reset a member') {
      await row.getByRole('button', { name: 'Reset' }).click();
      await changeRole();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Reset methods' }).click();
    } else {
      await page.getByRole('link', { name: 'Account security' }).click();
      await settingsRead(page);
      await changeRole();
      await page.goBack();
    }
    await expect(
      page.getByRole('heading', { name: 'This page is for administrators' }),
    ).toBeVisible();
    await expect(page.getByText(bob.email)).toBeHidden();
  });

test('An owner whose proof grows old while they read gives a new one, and the reset continues by itself', async ({
  app,
  page,
  clock,
}) => {
  const { row, secret } = await openOrganizationWithBob(app, page);
  await row.getByRole('button', { name: 'Reset' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Reset methods for Bob Example?' });
  const confirm = dialog.getByRole('button', { name: 'Reset methods' });
  await expect(confirm).toBeVisible();
  await clock.advance(11 * 60_000);
  await confirm.click();
  await confirmCode(page, codeFor(secret, clock.now()));
  await expect(dialog).toBeHidden();
  await expect(row.getByText('No second step')).toBeVisible();
});

test('The page says when a member has left in the meantime', async ({ app, page }) => {
  const { bob } = await openOrganizationWithBob(app, page);
  await memberRow(page, bob.email).getByRole('button', { name: 'Reset' }).click();
  await app.backend.database.update(users).set({ orgId: null }).where(eq(users.id, bob.id));
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Reset methods' }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'Nothing was removed. This person is no longer in your organization.',
  );
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(memberRow(page, bob.email)).toBeHidden();
});

test('A requirement whose answer was lost is shown as it really is', async ({
  app,
  page,
  faults,
}) => {
  const { owner } = await createOrganization(app);
  await openOrganization(app, page, owner);
  const require = page.getByRole('button', { name: 'Require for everyone' });
  const dialog = page.getByRole('alertdialog');

  faults.answer(
    'POST /mfa/organization/enforce',
    { status: 502, body: '<p>10.0.0.7' },
    { times: 1 },
  );
  await require.click();
  await dialog.getByRole('button', { name: 'Require', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText("We couldn't tell whether that worked.");
  await expect(page.getByText('10.0.0.7')).toBeHidden();

  faults.cut('POST /mfa/organization/enforce', { times: 1 });
  await dialog.getByRole('button', { name: 'Require', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'A second step is required' })).toBeVisible();
});

test('Where the backend does not say who has a second step, the page does not guess', async ({
  app,
  page,
  faults,
}) => {
  const { owner } = await createOrganization(app);
  faults.answer('GET /organization/users', listOf(3));
  await openOrganization(app, page, owner);
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText(/no second step|Second step on|Copy a reminder/i)).toHaveCount(0);
  await page.getByRole('button', { name: 'Require for everyone' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Members without one will be asked');
});

test('Unreadable members are left out, and the page says so; names are never markup', async ({
  app,
  page,
  faults,
}) => {
  const { owner } = await createOrganization(app);
  const name = '<img src=x onerror=alert(1)>';
  const data = [{ id: 'a', email: 'a@example.com', name }, { id: 7 }, 'nonsense'];
  faults.answer('GET /organization/users', { status: 200, body: { success: true, data } });
  await openOrganization(app, page, owner);
  await expect(page.getByRole('listitem')).toContainText(name);
  await expect(
    page.getByText("2 members aren't shown because we couldn't read their details."),
  ).toBeVisible();
});

test('Members that could not be loaded can be loaded again', async ({ app, page, faults }) => {
  const { owner } = await createOrganization(app);
  faults.answer('GET /organization/users', { status: 500 }, { times: 1 });
  await openOrganization(app, page, owner);
  await expect(page.getByRole('alert')).toContainText("We couldn't load the members.");
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(memberRow(page, owner.email)).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
});

test('Offline, the members stay readable and nobody is reset', async ({ app, page, requests }) => {
  const { owner, join } = await createOrganization(app);
  const bob = await join();
  await enrolAuthenticatorApp(app, bob);
  await openOrganization(app, page, owner);
  const row = memberRow(page, bob.email);
  await expect(row).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/Last updated at/)).toBeVisible();
  await row.getByRole('button').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset methods' }).click();
  await expect(page.getByRole('alertdialog').getByRole('alert')).toHaveText(
    /Nothing was removed\. You're offline/,
  );
  await page.context().setOffline(false);
  await expect(page.getByText(/Last updated at/)).toBeHidden();
  expect(requests.count('POST /mfa/reset')).toBe(0);
});

test.describe('A reminder', () => {
  /** Pasted, because the page's policy lets no script read the clipboard. */
  const clipboard = async (page: Page) => {
    const search = page.getByLabel('Search by name or email');
    await search.fill('');
    await search.press('ControlOrMeta+V');
    const pasted = await search.inputValue();
    await search.fill('');
    return pasted;
  };

  test('is copied for one member or for everyone who has no second step @phone @translated', async ({
    app,
    page,
  }) => {
    const { owner, join } = await createOrganization(app);
    const bob = await join({ name: 'Bob', lastName: 'Example' });
    await openOrganization(app, page, owner);
    await expect(page.getByText('Manage sign-in security for everyone at Test Inc.')).toBeVisible();
    const row = memberRow(page, bob.email);
    await row.getByRole('button', { name: 'Copy a reminder for Bob Example' }).click();
    await expect(row.getByText('Copied', { exact: true })).toBeVisible();
    const copied = await clipboard(page);
    expect(copied).toContain('Hi Bob,');
    expect(copied).toContain('your Test Inc account');
    expect(copied).toContain(`${app.appUrl}/`);

    await page.getByRole('button', { name: 'Copy a reminder for all' }).click();
    await expect(page.getByRole('button', { name: 'Copied a reminder for all' })).toBeFocused();
    await expect(row.getByText('Copied', { exact: true })).toBeHidden();
    expect(await clipboard(page)).toContain('Hi everyone,');
  });

  test('is shown where the browser does not copy it', async ({ app, page }) => {
    const { owner, join } = await createOrganization(app);
    const bob = await join({ name: 'Bob', lastName: 'Example' });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await openOrganization(app, page, owner);
    const remind = memberRow(page, bob.email).getByRole('button');
    await remind.click();
    const dialog = page.getByRole('dialog', { name: 'Copy this reminder' });
    await expect(dialog.getByRole('textbox', { name: 'Reminder' })).toHaveValue(/^Hi Bob,/);
    await page.keyboard.press('Escape');
    await expect(remind).toBeFocused();
  });
});

test('The page marks who has not confirmed their address, and lists nobody who was deleted', async ({
  app,
  page,
}) => {
  const { owner, join } = await createOrganization(app);
  const unconfirmed = await join({ name: 'Bob', lastName: 'Example' });
  const deleted = await join({ name: 'Carol', lastName: 'Example' });
  const { database } = app.backend;
  const change = (user: TestUser, values: Partial<typeof users.$inferInsert>) =>
    database.update(users).set(values).where(eq(users.id, user.id));
  await change(unconfirmed, { isValidated: false });
  await change(deleted, { deletedAt: Date.now(), isActive: false });
  await openOrganization(app, page, owner);
  await expect(memberRow(page, unconfirmed.email).getByText('Email not confirmed')).toBeVisible();
  await expect(memberRow(page, owner.email).getByText('Email not confirmed')).toBeHidden();
  await expect(memberRow(page, deleted.email)).toBeHidden();
  await expect(page.getByText('2 members', { exact: true })).toBeVisible();
});

test('Rows have one height on every width, and long names stay within them', async ({
  app,
  page,
  faults,
}) => {
  const { owner } = await createOrganization(app);
  const names = ['Bob', 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3)];
  const data = names.map((name, index) => ({
    id: name,
    email: `${name.trim().replaceAll(' ', '-')}@example.com`,
    name,
    orgRole: orgRoles.administrator,
    validated: index === 0,
    mfaEnabled: index === 0,
  }));
  faults.answer('GET /organization/users', { status: 200, body: { success: true, data } });
  await openOrganization(app, page, owner);
  const rows = page.getByRole('listitem');
  for (const width of [1280, 700, 390, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
    const [first, second] = await Promise.all([
      rows.nth(0).boundingBox(),
      rows.nth(1).boundingBox(),
    ]);
    expect(second?.height).toBe(first?.height);
    await expect
      .poll(async () => (await rows.nth(1).boundingBox())?.y)
      .toBe((first?.y ?? 0) + (first?.height ?? 0));
  }
  // With little room words wrap, and no row covers the next.
  await page.setViewportSize({ width: 320, height: 800 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
  await expect
    .poll(async () => {
      const [first, second] = await Promise.all([
        rows.nth(0).boundingBox(),
        rows.nth(1).boundingBox(),
      ]);
      return (second?.y ?? 0) - (first?.y ?? 0) - (first?.height ?? 0);
    })
    .toBeCloseTo(0, 0);
});

test('Ten thousand members are searched and walked through by keyboard @translated', async ({
  app,
  page,
  faults,
}) => {
  const { owner } = await createOrganization(app);
  faults.answer('GET /organization/users', listOf(10_000, true));
  await openOrganization(app, page, owner);
  await expect(page.getByText('10,000 members')).toBeVisible();
  const rows = page.getByRole('listitem');
  expect(await rows.count()).toBeLessThan(60);
  await expect(rows.first()).toHaveAttribute('aria-setsize', '10000');

  await page.keyboard.press('End');
  await expect(memberRow(page, 'person-09999@')).toBeInViewport();
  expect(await rows.count()).toBeLessThan(60);

  const search = page.getByLabel('Search by name or email');
  await search.fill('zoe 04242');
  await expect(page.getByText('1 of 10,000 members')).toBeVisible();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('person-04242@example.com');
  await search.fill('nobody at all');
  await expect(page.getByText(/No matches/)).toBeVisible();
  await search.fill('');

  const reset = (number: string) =>
    page.getByRole('button', { name: `methods for Zoë Nr ${number}` });
  await expect(rows.first()).toContainText('person-00000@example.com');
  await search.press('Tab');
  for (let index = 0; index < 30; index += 1) {
    await expect(reset(String(index).padStart(5, '0'))).toBeFocused();
    await page.keyboard.press('Tab');
  }
  await expect(reset('00030')).toBeFocused();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await expect(memberRow(page, 'person-09999@')).toBeInViewport();
  await expect(reset('00030'), 'scrolled away, but not lost').toBeFocused();
  await page.keyboard.press('Tab');
  await expect(reset('00031')).toBeFocused();
  await expect(reset('00031')).toBeInViewport();
});

test.describe('axe finds nothing, in either theme,', () => {
  test('on the organization page, which fits a phone @phone', async ({ app, page }) => {
    const { owner, join } = await createOrganization(app);
    await join({ name: 'Bob', lastName: 'Wolfeschlegelsteinhausenbergerdorff' });
    await join({ orgRole: orgRoles.administrator });
    await openOrganization(app, page, owner);
    await expect(memberRow(page, owner.email)).toBeVisible();
    await expectNoAxeViolations(page);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('on the dialogs of the organization page @phone', async ({ app, page }) => {
    const { owner, join } = await createOrganization(app);
    const bob = await join();
    await enrolAuthenticatorApp(app, bob);
    await openOrganization(app, page, owner);
    const dialog = page.getByRole('alertdialog');
    await memberRow(page, bob.email).getByRole('button').click();
    await expect(dialog).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Require for everyone' }).click();
    await expect(dialog).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test('An owner opens the page from the account menu, and Back closes what they opened @phone', async ({
  app,
  page,
}) => {
  const { owner } = await createOrganization(app);
  await openOrganization(app, page, owner);
  await page.getByRole('link', { name: 'Account security' }).click();
  await page.getByRole('button', { name: 'Account', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Organization' }).click();
  await expect(page.getByRole('heading', { name: 'Organization', level: 1 })).toBeFocused();

  await page.getByRole('button', { name: 'Require for everyone' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Require a second step for everyone?' });
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL('./organization');
  await expect(page).toHaveTitle('Organization');
  await page.goBack();
  await expect(page).toHaveURL('./');
});
