import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import * as fc from 'fast-check';
import { methodRow } from '../support/method-row.ts';
import type { MethodName } from '../support/method-row.ts';
import { signInButton, signOut } from '../support/second-step.ts';
import { anyFault, makeFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { hold, settle } from './hold.ts';
import { answerQuestion, reachSettings } from './prove.ts';
import type { World } from './world.ts';

export type Command = fc.AsyncCommand<object, World>;

/** Whatever is done, afterwards everything shown is so. */
function command(name: string, run: (world: World) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (_model, world) => {
      await run(world);
      await hold(world);
    },
    toString: () => name,
  };
}

interface Press {
  call: string;
  fault: FaultKind;
  /** How the database words it where nothing went wrong; any change where absent. */
  leadsTo?: string;
}

/** Presses twice, with a fault on the way; it is sent once, and once more after a question. */
async function press(world: World, button: Locator, { call, fault, leadsTo }: Press) {
  const { faults, clock } = world.app;
  const sentBefore = world.countSent(call);
  makeFault(faults, fault, call);
  await button.dblclick();
  let wasAsked = false;
  if (fault === 'silence') {
    await expect.poll(() => world.countSent(call)).toBeGreaterThan(sentBefore);
    await clock.advance(21_000);
    await settle(world.page);
  } else wasAsked = await answerQuestion(world);
  faults.clear();
  const sent = world.countSent(call) - sentBefore;
  expect(sent, `how often ${call} was sent`).toBeLessThanOrEqual(wasAsked ? 2 : 1);
  if (fault === 'none' && leadsTo !== undefined)
    expect((await world.truth()).join('; ')).toContain(leadsTo);
}

/** Closes whatever dialogs are open, the one about unsaved codes too. */
async function closeDialogs(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').last();
  const leave = page.getByRole('button', { name: 'Leave', exact: true });
  await expect(async () => {
    if (await leave.isVisible()) await leave.click();
    else if (await dialog.isVisible()) await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  }).toPass({ timeout: 10_000 });
}

const turnOn = (name: MethodName, fault: FaultKind) =>
  command(`turn on ${name} (${fault})`, async (world) => {
    await reachSettings(world);
    const button = methodRow(world.page, name).getByRole('button', { name: `Turn on ${name}` });
    if (!(await button.isVisible())) return;
    await press(world, button, { call: 'POST /mfa/enable', fault, leadsTo: `${name}: On` });
  });

const makePrimary = (name: MethodName, fault: FaultKind) =>
  command(`make ${name} primary (${fault})`, async (world) => {
    await reachSettings(world);
    const button = world.page.getByRole('button', { name: `Make ${name} primary` });
    if (!(await button.isVisible())) return;
    const leadsTo = `${name}: On, Primary`;
    await press(world, button, { call: 'POST /mfa/primary', fault, leadsTo });
  });

const turnOff = (name: MethodName, fault: FaultKind) =>
  command(`turn off ${name} (${fault})`, async (world) => {
    await reachSettings(world);
    const { page } = world;
    const isOn = (await world.truth()).some((method) => method.startsWith(`${name}: On`));
    if (!isOn) return;
    await methodRow(page, name)
      .getByRole('button', { name: `More for ${name}` })
      .click();
    await page.getByRole('menuitem', { name: `Turn off ${name}` }).click();
    const button = page.getByRole('dialog').getByRole('button', { name: `Turn off ${name}` });
    await press(world, button, { call: 'POST /mfa/disable', fault, leadsTo: `${name}: Off` });
    await closeDialogs(page);
  });

const setUpApp = (fault: FaultKind) =>
  command(`set up Authenticator app (${fault})`, async (world) => {
    await reachSettings(world);
    const { page } = world;
    const start = page
      .getByRole('list', { name: 'Methods' })
      .getByRole('button', { name: 'Set up Authenticator app' });
    if (!(await start.isVisible())) return;
    await start.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await answerQuestion(world);
    const key = page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    const secret = (await key.innerText()).replaceAll(' ', '');
    const dialog = page.getByRole('dialog', { name: 'Set up your authenticator app' });
    await dialog.getByLabel('Code from the app').fill(await world.nextCode(secret));
    world.secret = secret;
    const button = dialog.getByRole('button', { name: 'Confirm' });
    const leadsTo = 'Authenticator app: On';
    await press(world, button, { call: 'POST /mfa/verify-setup', fault, leadsTo });
    await closeDialogs(page);
  });

const sendLink = (fault: FaultKind) =>
  command(`send link (${fault})`, async (world) => {
    await reachSettings(world);
    const { page, app, mailbox, user } = world;
    await app.clock.advance(31_000);
    const button = page.getByRole('button', { name: /^(Send|Resend) link$/ });
    if (!(await button.isVisible())) return;
    const call = 'POST /mfa/magic-link/send';
    const heardBefore = app.requests.count(call);
    await press(world, button, { call, fault });
    const reachesBackend = fault === 'none' || fault === 'cut';
    const heard = app.requests.count(call) - heardBefore - (reachesBackend ? 0 : 1);
    if (heard > 0) world.link = await mailbox.linkFor(user.email);
  });

const openLink = (fault: FaultKind) =>
  command(`open the link (${fault})`, async (world) => {
    if (!world.link) return;
    const { faults, clock } = world.app;
    const call = 'POST /mfa/magic-link/activate';
    const sentBefore = world.countSent(call);
    makeFault(faults, fault, call);
    const tab = await world.openTab(world.link);
    const confirm = tab.getByRole('button', { name: 'Turn on magic link' });
    const ended = tab.getByRole('link', { name: /settings|Sign in to send/ });
    const tryAgain = tab.getByRole('button', { name: 'Try again' });
    await expect
      .poll(async () => (await confirm.isVisible()) || world.countSent(call) > sentBefore)
      .toBe(true);
    if (await confirm.isVisible()) await confirm.dblclick();
    if (fault === 'silence') {
      await expect.poll(() => world.countSent(call)).toBeGreaterThan(sentBefore);
      await clock.advance(21_000);
    }
    await expect(ended.or(tryAgain).first()).toBeVisible();
    expect(world.countSent(call) - sentBefore).toBe(1);
    if (await tryAgain.isVisible()) await tryAgain.click();
    await expect(ended.first()).toBeVisible();
    world.link = undefined;
    await world.closeTab();
  });

const reset = (fault: FaultKind) =>
  command(`reset (${fault})`, async (world) => {
    await reachSettings(world);
    const { page } = world;
    await page.getByRole('link', { name: /^Reset everything/ }).click();
    const word = page.getByLabel(/^Type .reset. to confirm/);
    const nothing = page.getByRole('dialog').getByRole('button', { name: 'Close' });
    await expect(word.or(nothing).first()).toBeVisible();
    if (await word.isVisible()) {
      await word.fill('reset');
      const button = page.getByRole('dialog').getByRole('button', { name: 'Reset everything' });
      const leadsTo = 'Authenticator app: Not set up';
      await press(world, button, { call: 'POST /mfa/reset', fault, leadsTo });
    }
    await closeDialogs(page);
  });

const signOutAndIn = command('sign out and in', async (world) => {
  await reachSettings(world);
  await signOut(world.page);
  for (const tab of world.tabs) await expect(signInButton(tab)).toBeVisible();
  await reachSettings(world);
});

const reload = (call: string, fault: FaultKind) =>
  command(`reload (${fault} of ${call})`, async (world) => {
    const { faults, clock } = world.app;
    const sentBefore = world.countSent(call);
    makeFault(faults, fault, call);
    await world.page.reload();
    if (fault === 'silence' && !(await signInButton(world.page).isVisible())) {
      await expect.poll(() => world.countSent(call)).toBeGreaterThan(sentBefore);
      await clock.advance(21_000);
    }
    await settle(world.page);
    faults.clear();
  });

const openTab = command('open a tab', async (world) => {
  if (world.tabs.length < 3) await world.openTab('/');
});

const closeTab = command('close a tab', async (world) => {
  if (world.tabs.length > 1) await world.closeTab();
});

const switchTab = command('switch tabs', async (world) => {
  const [first, ...others] = world.tabs;
  if (first) world.tabs = [...others, first];
  await world.page.bringToFront();
});

const loseConnection = command('lose the connection for a while', async (world) => {
  await reachSettings(world);
  const { page, context, app } = world;
  const posts = () => app.requests.all().filter(({ call }) => call.startsWith('POST')).length;
  const before = posts();
  await context.setOffline(true);
  for (const tab of world.tabs) await expect(tab.getByText(/^You are offline/)).toBeVisible();
  const actions = page.getByRole('list', { name: 'Methods' }).getByRole('button', {
    name: /^(Send|Turn|Make|Set up)/,
  });
  for (const button of await actions.all()) {
    await expect(button.or(page.locator('a'))).not.toHaveCount(0);
    await button.click({ force: true });
  }
  expect(posts(), 'nothing is sent').toBe(before);
  await context.setOffline(false);
  await expect(page.getByText(/^You are offline/)).toBeHidden();
  expect(posts(), 'nothing was queued').toBe(before);
  await closeDialogs(page);
});

const wait = (minutes: number) =>
  command(`wait ${minutes} minutes`, (world) => world.app.clock.advance(minutes * 60_000));

const anyMethod = fc.constantFrom<MethodName>('Authenticator app', 'Magic link');
const anyRead = fc.constantFrom('GET /mfa/status', 'GET /mfa/methods', 'GET /user/profile');

export const anyCommands = [
  fc.tuple(anyMethod, anyFault).map(([name, fault]) => turnOn(name, fault)),
  fc.tuple(anyMethod, anyFault).map(([name, fault]) => turnOff(name, fault)),
  fc.tuple(anyMethod, anyFault).map(([name, fault]) => makePrimary(name, fault)),
  anyFault.map(setUpApp),
  anyFault.map(sendLink),
  anyFault.map(openLink),
  anyFault.map(reset),
  fc.constant(signOutAndIn),
  fc.tuple(anyRead, anyFault).map(([call, fault]) => reload(call, fault)),
  fc.constantFrom(openTab, closeTab, switchTab, loseConnection),
  fc.constantFrom(1, 6, 11, 61).map(wait),
];
