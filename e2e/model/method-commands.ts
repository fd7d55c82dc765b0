import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { command } from './command.ts';
import { anyFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { closeDialogs, press } from './press.ts';
import { reachSettings } from './prove.ts';
import { methodNames } from './world.ts';
import { methodRow } from '../support/pages.ts';
import type { MethodName } from '../support/pages.ts';

const turnOn = ([name, fault]: [MethodName, FaultKind]) =>
  command(`turn on ${name} (${fault})`, async (world) => {
    await reachSettings(world);
    const button = methodRow(world.page, name).getByRole('button', { name: `Turn on ${name}` });
    if (!(await button.isVisible())) return;
    await press(world, button, { call: 'POST /mfa/enable', fault, leadsTo: `${name}: On` });
  });

const makePrimary = ([name, fault]: [MethodName, FaultKind]) =>
  command(`make ${name} primary (${fault})`, async (world) => {
    await reachSettings(world);
    const button = world.page.getByRole('button', { name: `Make ${name} primary` });
    if (!(await button.isVisible())) return;
    const leadsTo = `${name}: On, Primary`;
    await press(world, button, { call: 'POST /mfa/primary', fault, leadsTo });
  });

const turnOff = ([name, fault]: [MethodName, FaultKind]) =>
  command(`turn off ${name} (${fault})`, async (world) => {
    await reachSettings(world);
    const { page } = world;
    if (!(await world.isOn(name))) return;
    await methodRow(page, name)
      .getByRole('button', { name: `More for ${name}` })
      .click();
    await page.getByRole('menuitem', { name: `Turn off ${name}` }).click();
    const button = page.getByRole('alertdialog').getByRole('button', { name: `Turn off ${name}` });
    await press(world, button, { call: 'POST /mfa/disable', fault, leadsTo: `${name}: Off` });
    await closeDialogs(page);
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
      const button = page
        .getByRole('alertdialog')
        .getByRole('button', { name: 'Reset everything' });
      const leadsTo = 'Authenticator app: Not set up';
      await press(world, button, { call: 'POST /mfa/reset', fault, leadsTo });
    }
    await closeDialogs(page);
  });

const anyMethod = fc.constantFrom(...methodNames);

export const methodCommands = [
  fc.tuple(anyMethod, anyFault).map(turnOn),
  fc.tuple(anyMethod, anyFault).map(turnOff),
  fc.tuple(anyMethod, anyFault).map(makePrimary),
  anyFault.map(reset),
];
