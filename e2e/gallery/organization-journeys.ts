import { expect } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { orgRoles } from '../../src/api/contract.ts';
import { organizations, users } from '../backend/database/schema.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import { confirmCode, openDialog, settingsRead, signInAt } from '../support/pages.ts';
import type { TestUser } from '../support/test-user.ts';
import { memberRow } from '../support/organization.ts';
import type { Journey, Stage } from './journey.ts';

/** Makes Ada an owner, and gives her three members. */
async function foundOrganization(
  { app, ada, createPerson }: Stage,
  orgRole: number = orgRoles.owner,
) {
  const { database } = app.backend;
  const { id: orgId } = await app.backend.createOrganization('Example Inc');
  const set = (user: TestUser, values: Partial<typeof users.$inferInsert>) =>
    database.update(users).set(values).where(eq(users.id, user.id));
  await set(ada, { orgId, orgRole });
  const join = (name: string, lastName: string, role: number = orgRoles.user) => {
    const email = `${name.toLowerCase()}@example.com`;
    return createPerson({ email, name, lastName, orgId, orgRole: role });
  };
  const grace = await join('Grace', 'Hopper', orgRoles.administrator);
  await enrolAuthenticatorApp(app, grace);
  const bob = await join('Bob', 'Example');
  const joan = await join('Joan', 'Clarke');
  await set(joan, { isValidated: false });
  return { orgId, bob, grace };
}

const organization: Journey = {
  name: 'organization',
  title: 'Manage an organization',
  async walk(stage) {
    const { app, page, ada, faults, look } = stage;
    const { bob, grace } = await foundOrganization(stage);
    const { nextCode } = await enrolAuthenticatorApp(app, ada);
    const release = faults.hold('GET /organization/users', { times: 1 });
    await signInAt(page, ada, '/organization');
    await confirmCode(page, nextCode());
    await expect(page.getByText('Example Inc')).toBeVisible();
    await look('Loading the members');
    release();
    await expect(memberRow(page, bob.email)).toBeVisible();
    await look('Some have no second step');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await memberRow(page, bob.email).getByRole('button').click();
    await expect(memberRow(page, bob.email).getByText('Copied')).toBeVisible();
    await look('A reminder was copied');
    await page.getByLabel('Search by name or email').fill('nobody at all');
    await expect(page.getByText(/No matches/)).toBeVisible();
    await look('Nobody was found');
    await page.getByLabel('Search by name or email').fill('');
    await page.getByRole('button', { name: 'Require for everyone' }).click();
    const dialog = openDialog(page);
    await expect(dialog).toBeVisible();
    await look('Require a second step?');
    await dialog.getByRole('button', { name: 'Require', exact: true }).click();
    await expect(dialog).toBeHidden();
    await memberRow(page, grace.email).getByRole('button').click();
    await expect(dialog).toBeVisible();
    await look('Reset a member?');
    await dialog.getByRole('button', { name: 'Reset methods' }).click();
    await expect(dialog).toBeHidden();
    await expect(memberRow(page, grace.email).getByText('No second step')).toBeVisible();
    await look('A member was reset, and a second step is required');
    await page.getByRole('button', { name: 'Stop requiring' }).click();
    await expect(dialog).toBeVisible();
    await look('Stop requiring?');
    await page.keyboard.press('Escape');
    faults.answer('GET /organization/users', { status: 500 });
    await page.reload();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('The members cannot be loaded');
  },
};

const everybodyComplies: Journey = {
  name: 'organization-alone',
  title: 'An organization of one',
  async walk(stage) {
    const { app, page, ada, look } = stage;
    const { id: orgId } = await app.backend.createOrganization('Example Inc');
    const { database } = app.backend;
    const owner = { orgId, orgRole: orgRoles.owner };
    await database.update(users).set(owner).where(eq(users.id, ada.id));
    await signInAt(page, ada, '/organization');
    await expect(memberRow(page, ada.email)).toBeVisible();
    await look('Nobody has a second step, and requiring one is locked');
    const { nextCode } = await enrolAuthenticatorApp(app, ada);
    await page.evaluate(() => sessionStorage.clear());
    await signInAt(page, ada, '/organization');
    await confirmCode(page, nextCode());
    await expect(page.getByText('Everyone has a second step.')).toBeVisible();
    await look('Everyone has a second step');
  },
};

const member: Journey = {
  name: 'organization-member',
  title: 'A member whose organization requires a second step',
  async walk(stage) {
    const { app, page, ada, look } = stage;
    const { orgId } = await foundOrganization(stage, orgRoles.user);
    await app.backend.database
      .update(organizations)
      .set({ enforced: true })
      .where(eq(organizations.id, orgId));
    await signInAt(page, ada);
    await settingsRead(page);
    await look('The settings');
    await page.goto('/organization');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('administrators');
    await look("The organization's page is closed");
  },
};

export const organizationJourneys = [organization, everybodyComplies, member];
