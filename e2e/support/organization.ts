import type { Page } from '@playwright/test';
import { orgRoles } from '../../src/api/contract.ts';
import { enrolAuthenticatorApp } from './enrol.ts';
import { signInAt } from './pages.ts';
import type { TestApp } from './test-app.ts';
import { codeFor, createUser } from './test-user.ts';
import type { NewUser, TestUser } from './test-user.ts';

/** An organisation that no other test knows, its owner, and the way to bring in more people. */
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
 * Opens the organisation's page as someone who signs in with their authenticator app. Gives back the
 * app's key, base32.
 */
export async function openOrganization(app: TestApp, page: Page, user: TestUser): Promise<string> {
  const { secret } = await enrolAuthenticatorApp(app, user);
  await signInAt(page, user, '/organization');
  // Each code is good once, and setting up took the current one.
  await page.getByLabel('Code from the app').fill(codeFor(secret, app.clock.now() + 30_000));
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('heading', { name: 'Members' }).waitFor();
  return secret;
}
