import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { confirmCode, signIn } from '../pages.ts';
import { openProtected } from './change.ts';
import type { Opened, PeoplesChange, Stage } from './change.ts';

const dialog = (page: Page) => page.getByRole('alertdialog');
const both = { meets: ['the end of a session', 'a question'], isReadAgain: false } as const;

/** Signs in in another browser, so that there is another device. */
async function openWithAnother(stage: Stage): Promise<Opened> {
  const { app, page, user } = stage;
  const opened = await openProtected(stage, '/your-devices');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: `${app.appUrl}/`, locale: 'en' });
  const other = await context?.newPage();
  if (!context || !other) throw new Error('There is no browser for another page.');
  await other.goto('./sign-in');
  await signIn(other, user);
  // Codes work once, and each for half a minute.
  await app.clock.advance(30_000);
  await confirmCode(other, opened.authenticator?.nextCode() ?? '');
  await expect(other.getByRole('heading', { name: 'Multi-factor authentication' })).toBeVisible();
  await context.close();
  await page.reload();
  return opened;
}

/** Opens the page of the device that is not this one. */
async function openOtherDevice(stage: Stage): Promise<Opened> {
  const { page } = stage;
  const opened = await openWithAnother(stage);
  const device = page
    .getByRole('region', { name: 'Devices' })
    .getByRole('listitem')
    .filter({ hasNotText: 'This browser' });
  await device.getByRole('link', { name: /^Details/ }).click();
  await expect(page.getByRole('button', { name: 'Remove device' })).toBeVisible();
  return opened;
}

const signOutOther: PeoplesChange = {
  ...both,
  does: 'signs out another session',
  call: 'POST /sessions/{id}/revoke',
  // The other one is that in which the app was set up.
  open: (stage) => openProtected(stage, '/your-devices'),
  button: (page) => page.getByRole('button', { name: /^Sign out (?!everywhere)/ }),
  done: (page) => page.getByText("You're not signed in anywhere else."),
};

const signOutOthers: PeoplesChange = {
  ...signOutOther,
  does: 'signs out everywhere else',
  button: (page) => page.getByRole('button', { name: 'Sign out everywhere else' }),
  done: (page) => page.getByText('1 session was signed out.'),
};

const signOutStranger: PeoplesChange = {
  ...signOutOthers,
  does: 'signs everyone else out after a sign-in that was not theirs',
  async open(stage) {
    const opened = await openProtected(stage, '/not-me');
    await stage.page.getByRole('button', { name: "Confirm it's me" }).click();
    return opened;
  },
};

const signOutEverywhere: PeoplesChange = {
  ...both,
  does: 'signs out everywhere',
  call: 'POST /sessions/revoke-all',
  async open(stage) {
    const opened = await openProtected(stage, '/your-devices');
    await stage.page.getByRole('button', { name: 'Sign out everywhere…' }).click();
    return opened;
  },
  button: (page) => dialog(page).getByRole('button', { name: 'Sign out everywhere' }),
  done: (page) => page.getByRole('button', { name: 'Sign in', exact: true }),
};

const trust: PeoplesChange = {
  ...both,
  does: 'trusts a device',
  call: 'POST /devices/trust',
  open: openOtherDevice,
  button: (page) => page.getByRole('button', { name: 'Trust this device' }),
  done: (page) => page.getByText('Trusted', { exact: true }),
};

const untrust: PeoplesChange = {
  ...both,
  does: 'stops trusting a device',
  call: 'POST /devices/{id}/untrust',
  async open(stage) {
    const { page } = stage;
    const opened = await openOtherDevice(stage);
    await page.getByRole('button', { name: 'Trust this device' }).click();
    await page.getByRole('button', { name: 'Stop trusting…' }).click();
    return opened;
  },
  button: (page) => dialog(page).getByRole('button', { name: 'Stop trusting' }),
  done: (page) => page.getByText('Not trusted', { exact: true }),
};

const remove: PeoplesChange = {
  ...both,
  does: 'removes a device',
  call: 'DELETE /devices/{id}',
  async open(stage) {
    const opened = await openOtherDevice(stage);
    await stage.page.getByRole('button', { name: 'Remove device…' }).click();
    return opened;
  },
  button: (page) => dialog(page).getByRole('button', { name: 'Remove device' }),
  done: (page) => page.getByRole('heading', { level: 1, name: 'Devices' }),
};

export const deviceChanges = [
  signOutOther,
  signOutOthers,
  signOutStranger,
  signOutEverywhere,
  trust,
  untrust,
  remove,
];
