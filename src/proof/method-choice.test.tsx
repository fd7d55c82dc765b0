import { beforeEach, describe, expect, it } from 'vitest';

import type { MfaStatus, MfaType } from '../api/contract.ts';
import { writeTokens } from '../api/tokens.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { firstMethod, MethodChoice, rememberMethod } from './method-choice.tsx';

beforeEach(() => localStorage.clear());

describe('The page asks first for', () => {
  it('the primary method where none was used in this browser', () => {
    expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('GOOGLE_AUTH');
  });

  it('the first method where none is primary', () => {
    expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], undefined)).toBe('PASSKEY');
  });

  it('the method that last succeeded in this browser', () => {
    rememberMethod('PASSKEY', 'GOOGLE_AUTH');
    expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('PASSKEY');
  });

  it.each<[MfaType, MfaType]>([
    ['MAGIC_LINK', 'PASSKEY'],
    ['GOOGLE_AUTH', 'PASSKEY'],
    ['MAGIC_LINK', 'GOOGLE_AUTH'],
  ])('no method that is weaker than the primary one: %s, not %s', (used, primary) => {
    rememberMethod(used, primary);
    expect(firstMethod(['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'], primary)).toBe(primary);
  });

  it('a new primary method, whatever succeeded before', () => {
    rememberMethod('PASSKEY', 'GOOGLE_AUTH');
    expect(firstMethod(['PASSKEY', 'MAGIC_LINK'], 'MAGIC_LINK')).toBe('MAGIC_LINK');
  });

  it('no method that is no longer on', () => {
    rememberMethod('PASSKEY', 'GOOGLE_AUTH');
    expect(firstMethod(['GOOGLE_AUTH'], 'GOOGLE_AUTH')).toBe('GOOGLE_AUTH');
  });

  it('no stored value that is not a method', () => {
    localStorage.setItem('second-step-method', '<img> undefined');
    expect(firstMethod(['MAGIC_LINK'], undefined)).toBe('MAGIC_LINK');
  });
});

const status: MfaStatus = {
  isEnabled: true,
  isRequired: false,
  isEnforced: false,
  enabledMethods: ['GOOGLE_AUTH', 'MAGIC_LINK'],
  primaryMethod: 'MAGIC_LINK',
  sessionVerified: false,
};
const first = () => firstMethod(['GOOGLE_AUTH', 'MAGIC_LINK'], 'MAGIC_LINK');

it('A method is remembered when it has succeeded, and not when it was only chosen', async () => {
  writeTokens({ accessToken: 'limited', refreshToken: 'r', expiresAt: undefined }, 'signed-in');
  fakeApi({
    'POST /mfa/verify-login': [
      { status: 400, body: { success: false } },
      { body: { success: true, fullAccessToken: 'full', refreshToken: 'r2' } },
    ],
    'GET /mfa/status': { body: { success: true, data: status } },
  });
  const screen = await renderApp(<MethodChoice status={status} />);
  await screen.getByRole('button', { name: 'Use your authenticator app' }).click();
  const field = screen.getByLabelText('Code from the app');
  await expect.element(field).toHaveFocus();
  expect(first()).toBe('MAGIC_LINK');
  await field.fill('000000');
  await expect.element(screen.getByRole('alert')).toBeVisible();
  expect(first()).toBe('MAGIC_LINK');
  await field.fill('169279');
  await expect.poll(first).toBe('GOOGLE_AUTH');
});

it('A backup code is one click away from the code, and back', async () => {
  const screen = await renderApp(
    <MethodChoice status={{ ...status, primaryMethod: 'GOOGLE_AUTH' }} />,
  );
  await screen.getByRole('button', { name: 'Use a backup code instead' }).click();
  await expect.element(screen.getByRole('textbox', { name: 'Backup code' })).toHaveFocus();
  await expect
    .element(screen.getByRole('button', { name: 'Use a backup code instead' }))
    .not.toBeInTheDocument();
  await screen.getByRole('button', { name: 'Use your authenticator app' }).click();
  await expect.element(screen.getByLabelText('Code from the app')).toHaveFocus();
});

it('A backup code is not offered where no app is on', async () => {
  fakeApi({});
  const screen = await renderApp(
    <MethodChoice status={{ ...status, enabledMethods: ['MAGIC_LINK'] }} />,
  );
  await expect.element(screen.getByRole('button', { name: 'Send link' })).toHaveFocus();
  expect(screen.getByRole('button').elements()).toHaveLength(1);
});
