import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { totpSetupAnswer } from '../../src/api/contract-set-up.ts';
import type { MfaType } from '../../src/api/contract.ts';
import type { Mailbox } from './mailbox.ts';
import { methodRow, stateIn } from './pages.ts';
import type { TestApp } from './test-app.ts';
import { codeFor, signInByApi } from './test-user.ts';
import type { TestUser } from './test-user.ts';

/** How long an authenticator app shows one code, in milliseconds. */
const stepLength = 30_000;

/** What a person has after setting up their authenticator app. */
export interface AuthenticatorApp {
  /** The setup key, base32. */
  secret: string;
  /** Returns a code that is valid now and that no earlier call returned. */
  nextCode: () => string;
  backupCodes: string[];
}

/**
 * Sets up the authenticator app with calls to the API.
 * @param isOff whether to turn it off again, so that it is configured but off
 */
export async function enrolAuthenticatorApp(
  app: TestApp,
  user: TestUser,
  { isOff = false } = {},
): Promise<AuthenticatorApp> {
  const post = await signInByApi(app, user);
  const mfaType: MfaType = 'GOOGLE_AUTH';
  const answer = await post('/mfa/setup', { mfaType });
  const { secret, backupCodes } = v.parse(v.object({ data: totpSetupAnswer }), answer).data;
  // Each code is accepted once, and the server accepts the codes of the time steps before, at and after
  // its own. Using the earliest one here leaves two more for this time step. The step begins now, so
  // that neither code expires before it arrives.
  await app.clock.advance(stepLength - (app.clock.now() % stepLength));
  const now = () => Math.floor(app.clock.now() / stepLength);
  let step = now();
  await post('/mfa/verify-setup', { mfaType, code: codeFor(secret, (step - 1) * stepLength) });
  if (isOff) await post('/mfa/disable', { mfaType });
  const nextCode = () => {
    step = Math.max(step, now());
    const code = codeFor(secret, step * stepLength);
    step += 1;
    return code;
  };
  return { secret, nextCode, backupCodes };
}

/**
 * Turns magic links on with the link from a mail.
 * @param isOff whether to turn them off again
 */
export async function enrolMagicLink(
  app: TestApp,
  mailbox: Mailbox,
  user: TestUser,
  { isOff = false } = {},
) {
  const post = await signInByApi(app, user);
  await post('/mfa/magic-link/send', {});
  const link = new URL(await mailbox.linkFor(user.email));
  await post('/mfa/magic-link/activate', { token: link.searchParams.get('token') });
  if (isOff) await post('/mfa/disable', { mfaType: 'MAGIC_LINK' });
}

/**
 * Sets up a passkey in the settings, which the page must show. Where the page has learned that this device
 * can make one, the browser asks at the click.
 */
export async function enrolPasskey(page: Page): Promise<void> {
  const row = methodRow(page, 'Passkey');
  await row.getByRole('button', { name: 'Set up Passkey' }).click();
  const create = page.getByRole('button', { name: 'Create passkey', disabled: false });
  const isOn = stateIn(row, 'On');
  await expect(async () => {
    // A ceremony that takes longer than a second shows its dialog, which may close at any time.
    if (await create.isVisible()) await create.click({ timeout: 1000 });
    await expect(isOn).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.locator('dialog')).toBeHidden();
}
