import { expect } from '@playwright/test';
import { users } from '../backend/database/schema.ts';
import { eq } from 'drizzle-orm';
import { enrolAuthenticatorApp, enrolMagicLink, enrolPasskey } from '../support/enrol.ts';
import {
  confirmCode,
  openDialog,
  openTab,
  secondStepHeading,
  sendLink,
  settingsRead,
  signIn,
  signInAt,
  signOut,
} from '../support/pages.ts';
import { VirtualAuthenticator } from '../support/virtual-authenticator.ts';
import type { Journey } from './journey.ts';

const signInWithPassword: Journey = {
  name: 'sign-in',
  title: 'Sign in with a password',
  async walk({ app, page, ada, faults, look }) {
    await page.goto('/sign-in');
    await expect(page.getByLabel('Email')).toBeVisible();
    await look('The form');
    await page.getByRole('button', { name: 'Language and theme' }).click();
    await expect(openDialog(page)).toBeVisible();
    await look('The language and the theme');
    await openDialog(page).getByRole('button', { name: 'Done' }).click();
    await signIn(page, { ...ada, password: '' });
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('A field left empty');
    await signIn(page, { ...ada, password: 'a wrong guess' });
    await expect(page.getByRole('alert').first()).toContainText(/password/);
    await look('A wrong password');
    faults.answer('POST /user/login', { status: 502 }, { times: 1 });
    await signIn(page, ada);
    await expect(page.getByRole('alert').first()).toContainText(/reach/);
    await look('The service cannot be reached');
    const wait = { status: 429, headers: { 'Retry-After': '90' }, body: { success: false } };
    faults.answer('POST /user/login', wait, { times: 1 });
    await signIn(page, ada);
    await expect(page.getByRole('alert').first()).toContainText('Too many attempts');
    await look('Too many attempts');
    await app.backend.database.update(users).set({ isActive: false }).where(eq(users.id, ada.id));
    await page.reload();
    await signIn(page, ada);
    await expect(page.getByRole('alert').first()).toContainText('turned off');
    await look('An account that is turned off');
  },
};

const secondStepByApp: Journey = {
  name: 'second-step-app',
  title: 'Confirm with a code from the app',
  async walk({ app, page, ada, look }) {
    const { nextCode } = await enrolAuthenticatorApp(app, ada);
    await signInAt(page, ada);
    await expect(secondStepHeading(page)).toBeVisible();
    await look('A code is asked for');
    await confirmCode(page, '000000');
    await expect(page.getByRole('alert').first()).toBeVisible();
    await look('A wrong code');
    await page.getByRole('button', { name: 'Use a backup code instead' }).click();
    await expect(page.getByLabel('Backup code')).toBeVisible();
    await look('A backup code is asked for');
    await page.getByRole('button', { name: 'Use your authenticator app' }).click();
    await confirmCode(page, nextCode());
    await settingsRead(page);
    await look('Signed in');
  },
};

const secondStepByPasskey: Journey = {
  name: 'second-step-passkey',
  title: 'Confirm with a passkey',
  async walk({ page, ada, look }) {
    const authenticator = await VirtualAuthenticator.attach(page);
    await signInAt(page, ada);
    await enrolPasskey(page);
    await signOut(page);
    await authenticator.recognise(false);
    await signIn(page, ada);
    await expect(secondStepHeading(page)).toBeVisible();
    await look('A passkey is asked for');
    await page.getByRole('button', { name: /^Use .*passkey$/ }).click();
    await expect(page.getByText(/PIN/).first()).toBeVisible();
    await look('The prompt ended without a result');
  },
};

const secondStepByLink: Journey = {
  name: 'second-step-link',
  title: 'Confirm with an emailed link',
  async walk({ app, page, ada, mailbox, look }) {
    await enrolMagicLink(app, mailbox, ada);
    await signInAt(page, ada);
    await expect(secondStepHeading(page)).toBeVisible();
    await look('A link is offered');
    await sendLink(page);
    await look('The link was sent');
    const link = await mailbox.linkFor(ada.email);
    const tab = await openTab(page, link);
    await expect(tab.getByRole('heading', { name: "You're signed in" })).toBeVisible();
    await look('The link, opened in the same browser', tab);
    await settingsRead(page);
    await look('Signed in');
  },
};

const incompleteLinks: Journey = {
  name: 'incomplete-links',
  title: 'Open an address that is incomplete or unknown',
  async walk({ page, look }) {
    await page.goto('/sign-in/link');
    await expect(page.getByText(/incomplete/)).toBeVisible();
    await look('A sign-in link without its token');
    await page.goto('/activate');
    await expect(page.getByText(/incomplete/)).toBeVisible();
    await look('An activation link without its token');
    await page.goto('/no-such-page');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('An unknown address');
  },
};

export const signInJourneys = [
  signInWithPassword,
  secondStepByApp,
  secondStepByPasskey,
  secondStepByLink,
  incompleteLinks,
];
