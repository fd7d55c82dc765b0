import { expect } from '@playwright/test';
import { confirmCode, settingsRead, signInAt } from '../support/pages.ts';
import { enrolAuthenticatorApp } from '../support/enrol.ts';
import type { Journey } from './journey.ts';

const devices: Journey = {
  name: 'devices',
  title: 'See where one is signed in, and sign out there',
  async walk({ app, page, ada, faults, openOtherBrowser, look }) {
    const { nextCode } = await enrolAuthenticatorApp(app, ada);
    const other = await openOtherBrowser();
    await signInAt(other, ada);
    await confirmCode(other, nextCode());
    await settingsRead(other);
    await signInAt(page, ada);
    await confirmCode(page, nextCode());
    await settingsRead(page);
    const release = faults.hold('GET /sessions', { times: 1 });
    await page.goto('/your-devices');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('Loading');
    release();
    await expect(page.getByText('This browser').first()).toBeVisible();
    await look('Signed in twice');
    await page.getByText('Details').first().click();
    await look('With details');
    await page.getByRole('button', { name: 'Sign out everywhere…' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('Sign out everywhere?');
    await page.keyboard.press('Escape');
    await page
      .getByRole('link', { name: /^Details of Chrome/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Trust this device' })).toBeVisible();
    await expect(page.getByText(/^Active now/).first()).toBeVisible();
    await look('One device');
    await page.getByRole('button', { name: 'Remove device…' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('Remove it?');
    await page.keyboard.press('Escape');
    await page.goto('/not-me');
    await expect(page.getByRole('heading', { name: "That wasn't me" })).toBeVisible();
    await look("That wasn't me");
    await page.getByRole('button', { name: "Confirm it's me" }).click();
    await expect(page.getByText(/^There are 2 other sessions/)).toBeVisible();
    await look('Sign everyone else out');
    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await expect(page.getByRole('heading', { name: 'Now keep them out' })).toBeVisible();
    await look('Now keep them out');
    faults.answer('GET /sessions', { status: 500 });
    faults.answer('GET /devices', { status: 500 });
    await page.goto('/your-devices');
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('The service fails');
  },
};

const password: Journey = {
  name: 'password',
  title: 'Change a password, or choose another after forgetting it',
  async walk({ page, ada, mailbox, openOtherBrowser, look }) {
    await signInAt(page, ada);
    await settingsRead(page);
    await page.goto('/password');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('Change it');
    await page.getByLabel('New password', { exact: true }).first().fill('tr0ub4dor and three');
    await look('A new one is typed');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByRole('heading', { name: 'Your password was changed' })).toBeVisible();
    await look('It was changed');
    const other = await openOtherBrowser();
    await other.goto('/forgot-password');
    await expect(other.getByLabel('Email')).toBeVisible();
    await look('Forgot it', other);
    await other.getByLabel('Email').fill(ada.email);
    await other.getByLabel('Email').press('Enter');
    const link = await mailbox.linkFor(ada.email);
    await expect(other.getByText(/If .* account|inbox|sent/i).first()).toBeVisible();
    await look('The link was sent', other);
    await other.goto(link);
    await expect(other.getByLabel('New password', { exact: true }).first()).toBeVisible();
    await look('Choose another', other);
  },
};

export const devicesJourneys = [devices, password];
