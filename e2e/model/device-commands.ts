import { expect } from '@playwright/test';
import { signInByApi } from '../support/test-user.ts';
import { command } from './command.ts';
import { anyFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { settle } from './hold.ts';
import { press } from './press.ts';
import { answerQuestion, reachSettings } from './prove.ts';
import type { World } from './world.ts';

/** Signs in on another device, and opens the list of sessions here; undefined where neither can be done. */
async function meetAnother(world: World) {
  await reachSettings(world);
  const { app, user, page } = world;
  const isProtected = (await world.truth()).some((method) => method.includes(': On'));
  if (isProtected && !(await world.isOn('Authenticator app'))) return undefined;
  await signInByApi(app, user, isProtected ? await world.nextCode() : undefined);
  await page.goto('/your-devices');
  await settle(page);
  const sessions = page.getByRole('region', { name: 'Sessions' });
  await expect(sessions.getByText('This browser')).toBeVisible();
  return sessions;
}

/** What the list shows is what the database has, whether or not the change went through. */
async function leave(world: World, shown: number): Promise<void> {
  expect(shown, 'the sessions on screen').toBe(await world.countSessions());
  await world.page.goto('/');
}

const signOutOne = (fault: FaultKind) =>
  command(`sign out another session (${fault})`, async (world) => {
    const sessions = await meetAnother(world);
    if (!sessions) return;
    const before = await world.countSessions();
    const button = sessions.getByRole('button', { name: /^Sign out (?!everywhere)/ }).first();
    await press(world, button, { call: 'POST /sessions/{id}/revoke', fault });
    if (fault === 'none') expect(await world.countSessions()).toBe(before - 1);
    await leave(world, await sessions.getByRole('listitem').count());
  });

const signOutEverywhere = (fault: FaultKind) =>
  command(`sign out everywhere (${fault})`, async (world) => {
    const sessions = await meetAnother(world);
    if (!sessions) return;
    const { page } = world;
    const button = page
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Sign out everywhere' });
    const call = 'POST /sessions/revoke-all';
    await sessions.getByRole('button', { name: 'Sign out everywhere…' }).click();
    await settle(page);
    await answerQuestion(world);
    await expect(button).toBeVisible();
    await press(world, button, { call, fault });
    await expect
      .poll(async () => ((await world.countSessions()) === 0) === !(await button.isVisible()))
      .toBe(true);
    await page.goto('/');
  });

const changePassword = (fault: FaultKind) =>
  command(`change the password (${fault})`, async (world) => {
    await reachSettings(world);
    const { page, user } = world;
    await page.goto('/password');
    const chosen = `words that nobody knows ${crypto.randomUUID()}`;
    await page.getByLabel('New password').fill(chosen);
    const button = page.getByRole('button', { name: 'Change password' });
    await press(world, button, { call: 'PUT /user/{id}', fault });
    const isChanged = await world.isPassword(chosen);
    const claim = page.getByRole('heading', { name: 'Your password was changed' });
    if (fault === 'none') await expect(claim).toBeVisible();
    if (await claim.isVisible()) expect(isChanged, 'that the password is changed').toBe(true);
    if (isChanged) user.password = chosen;
    await page.goto('/');
  });

export const deviceCommands = [
  anyFault.map(signOutOne),
  anyFault.map(signOutEverywhere),
  anyFault.map(changePassword),
];
