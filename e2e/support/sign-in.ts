import type { Page } from '@playwright/test';
import type { TestUser } from './test-user.ts';

/** Fills in the sign-in form that the page shows. */
export async function signIn(page: Page, { email, password }: TestUser): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
