import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { totpSetupAnswer } from '../../src/api/contract-set-up.ts';
import type { MfaType } from '../../src/api/contract.ts';
import type { Mailbox } from './mailbox.ts';
import { methodRow, stateIn } from './method-row.ts';
import type { TestApp } from './test-app.ts';
import { codeFor, signInByApi } from './test-user.ts';
import type { TestUser } from './test-user.ts';
import { expect } from './test.ts';

/** Milliseconds for which an authenticator app shows one code. */
const stepLength = 30_000;

/** What an authenticator app and a printed sheet hold. */
export interface AuthenticatorApp {
  /** A code that no earlier call gave, good at the app's time. */
  nextCode: () => string;
  backupCodes: string[];
}

/** Sets the authenticator app up by the API's own calls. */
export async function enrolAuthenticatorApp(
  app: TestApp,
  user: TestUser,
): Promise<AuthenticatorApp> {
  const post = await signInByApi(app, user);
  const mfaType: MfaType = 'GOOGLE_AUTH';
  const answer = await post('/mfa/setup', { mfaType });
  const { secret, backupCodes } = v.parse(v.object({ data: totpSetupAnswer }), answer).data;
  // Each step is good once, and the server takes one before and one after its own: starting with the
  // one before leaves two more for the same half minute, which begins now, so that none of them is
  // over before it arrives.
  await app.clock.advance(stepLength - (app.clock.now() % stepLength));
  const now = () => Math.floor(app.clock.now() / stepLength);
  let step = now();
  await post('/mfa/verify-setup', { mfaType, code: codeFor(secret, (step - 1) * stepLength) });
  const nextCode = () => {
    step = Math.max(step, now());
    const code = codeFor(secret, step * stepLength);
    step += 1;
    return code;
  };
  return { nextCode, backupCodes };
}

/** Turns magic links on, by a real mail. */
export async function enrolMagicLink(app: TestApp, mailbox: Mailbox, user: TestUser) {
  const post = await signInByApi(app, user);
  await post('/mfa/magic-link/send', {});
  const link = new URL(await mailbox.linkFor(user.email));
  await post('/mfa/magic-link/activate', { token: link.searchParams.get('token') });
}

/** Sets a passkey up in the settings that the page shows. */
export async function enrolPasskey(page: Page): Promise<void> {
  const row = methodRow(page, 'Passkey');
  await row.getByRole('button', { name: 'Set up Passkey' }).click();
  await page.getByRole('button', { name: 'Create passkey' }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(stateIn(row, 'On')).toBeVisible();
}

export async function confirmCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from the app').fill(code);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByText('Sign out', { exact: true }).first().click();
}

export const settingsHeading = (page: Page) =>
  page.getByRole('heading', { name: 'Multi-factor authentication' });
export const secondStepHeading = (page: Page) =>
  page.getByRole('heading', { name: 'Confirm that it is you' });
export const signInButton = (page: Page) =>
  page.getByRole('button', { name: 'Sign in', exact: true });
