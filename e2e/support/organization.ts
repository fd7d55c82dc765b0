import type { Locator, Page } from '@playwright/test';
import { orgRoles } from '../../src/api/contract.ts';
import { enrolAuthenticatorApp } from './enrol.ts';
import { confirmCode, signInAt } from './pages.ts';
import type { TestApp } from './test-app.ts';
import { createUser } from './test-user.ts';
import type { NewUser, TestUser } from './test-user.ts';

/** A new organization, its owner, and a function that adds members. */
export interface TestOrganization {
  owner: TestUser;
  join: (user?: NewUser) => Promise<TestUser>;
}

export async function createOrganization(app: TestApp): Promise<TestOrganization> {
  const { id: orgId } = await app.backend.createOrganization('Test Inc');
  const join = (user: NewUser = {}) => createUser(app, { orgId, ...user });
  const owner = await join({ name: 'Ada', lastName: 'Lovelace', orgRole: orgRoles.owner });
  return { owner, join };
}

/**
 * Opens the organization's page as someone who signs in with their authenticator app. Returns the
 * app's key, base32.
 */
export async function openOrganization(app: TestApp, page: Page, user: TestUser): Promise<string> {
  const { secret, nextCode } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, '/organization');
  await confirmCode(page, nextCode());
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  return secret;
}

/** The row of one member on the organization's page. */
export function memberRow(page: Page, email: string): Locator {
  return page.getByRole('listitem').filter({ hasText: email });
}

/**
 * Opens the organization's page as its owner. Bob, a member of it, has an authenticator app. `secret`
 * is the key of the owner's app, `row` is the row of Bob.
 */
export async function openOrganizationWithBob(app: TestApp, page: Page) {
  const { owner, join } = await createOrganization(app);
  const bob = await join({ name: 'Bob', lastName: 'Example' });
  await enrolAuthenticatorApp(app, bob);
  const secret = await openOrganization(app, page, owner);
  return { owner, bob, row: memberRow(page, bob.email), secret };
}
