import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { signInButton, signOut } from '../support/pages.ts';
import { signInByApi } from '../support/test-user.ts';
import { command } from './command.ts';
import { anyFault, anyQuickFault, isSilent, makeFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { settle } from './hold.ts';
import { reachSettings } from './prove.ts';
import { methodNames, methodTypes } from './world.ts';

const minute = 60_000;

const signOutAndIn = ([call, fault]: [string, FaultKind]) =>
  command(`sign out and in (${fault} of ${call})`, async (world) => {
    await reachSettings(world);
    await signOut(world.page);
    for (const tab of world.tabs) await expect(signInButton(tab)).toBeVisible();
    makeFault(world.app.faults, fault, call);
    await reachSettings(world);
    world.app.faults.clear();
  });

const reload = ([call, fault]: [string, FaultKind]) =>
  command(`reload (${fault} of ${call})`, async (world) => {
    const { faults, clock } = world.app;
    const sentBefore = world.countSent(call);
    makeFault(faults, fault, call);
    await world.page.reload();
    if (isSilent(fault) && !(await signInButton(world.page).isVisible())) {
      await expect.poll(() => world.countSent(call)).toBeGreaterThan(sentBefore);
      await clock.advance(21_000);
    }
    await settle(world.page);
    faults.clear();
  });

const comeBack = (fault: FaultKind) =>
  command(`come back after an hour (${fault} of the refresh)`, async (world) => {
    const { faults, clock } = world.app;
    await clock.advance(61 * minute);
    makeFault(faults, fault, 'POST /user/refresh');
    await world.page.reload();
    await settle(world.page);
    faults.clear();
  });

/**
 * Signs in on another device, which ends the session here. Then the person returns to this device.
 */
const changeElsewhere = command('change a method on another device', async (world) => {
  const { app, user } = world;
  const truth = await world.truth();
  const isProtected = truth.some((method) => method.includes(': On'));
  if (isProtected && !(await world.isOn('Authenticator app'))) return;
  const name = methodNames.find((_, index) => /: (On|Off)/.test(truth[index] ?? ''));
  if (!name) return;
  const post = await signInByApi(app, user, isProtected ? await world.nextCode() : undefined);
  const path = (await world.isOn(name)) ? '/mfa/disable' : '/mfa/enable';
  await post(path, { mfaType: methodTypes[name] });
  for (const tab of world.tabs)
    await tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  for (const tab of world.tabs) await expect(signInButton(tab)).toBeVisible();
});

const wait = (minutes: number) =>
  command(`wait ${minutes} minutes`, (world) => world.app.clock.advance(minutes * minute));

const anyRead = fc.constantFrom('GET /mfa/status', 'GET /mfa/methods', 'GET /user/profile');
const anyStep = fc.constantFrom('POST /user/login', 'POST /mfa/verify-login');

export const sessionCommands = [
  fc.tuple(anyStep, anyQuickFault).map(signOutAndIn),
  fc.tuple(anyRead, anyFault).map(reload),
  anyQuickFault.map(comeBack),
  fc.constant(changeElsewhere),
  fc.constantFrom(1, 6, 11, 61).map(wait),
];
