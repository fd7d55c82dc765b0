import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as fc from 'fast-check';
import { command } from './command.ts';
import { anyFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { settle } from './hold.ts';
import { closeDialogs, press } from './press.ts';
import { answerQuestion, reachSettings } from './prove.ts';
import type { MethodName } from '../support/pages.ts';
import { shownKey } from '../support/pages.ts';

const setUpButton = (page: Page, name: MethodName) =>
  page.getByRole('list', { name: 'Methods' }).getByRole('button', { name: `Set up ${name}` });

const setUpApp = (fault: FaultKind) =>
  command(`set up Authenticator app (${fault})`, async (world) => {
    await reachSettings(world);
    const { page } = world;
    const start = setUpButton(page, 'Authenticator app');
    if (!(await start.isVisible())) return;
    await start.click();
    await expect(page.getByRole('dialog').first()).toBeVisible();
    await settle(page);
    await answerQuestion(world);
    const secret = await shownKey(page);
    const dialog = page.getByRole('dialog', { name: 'Set up your authenticator app' });
    await dialog.getByLabel('Code from the app').fill(await world.nextCode(secret));
    world.secret = secret;
    const button = dialog.getByRole('button', { name: 'Confirm' });
    const leadsTo = 'Authenticator app: On';
    await press(world, button, { call: 'POST /mfa/verify-setup', fault, leadsTo });
    await closeDialogs(page);
  });

const setUpPasskey = ([call, fault]: [string, FaultKind]) =>
  command(`set up Passkey (${fault} of ${call})`, async (world) => {
    await reachSettings(world);
    const { page } = world;
    const start = setUpButton(page, 'Passkey');
    if (!(await start.isVisible())) return;
    await world.takeDevice();
    // By its address: from the settings, the browser asks at the click where it can.
    await page.goto('/set-up/passkey');
    const dialog = page.getByRole('dialog');
    await press(world, dialog.getByRole('button', { name: 'Create passkey' }), { call, fault });
    const again = dialog.getByRole('button', { name: 'Try again' });
    // A browser starts no passkey ceremony in a background tab, for example while a link is open
    // in another tab.
    if (fault === 'none' && (await again.isVisible())) await press(world, again, { call, fault });
    if (fault === 'none') expect(await world.isOn('Passkey')).toBe(true);
    await closeDialogs(page);
  });

const anyPasskeyCall = fc.constantFrom(
  'POST /mfa/setup',
  'POST /mfa/passkey/complete-registration',
);

export const setUpCommands = [
  anyFault.map(setUpApp),
  fc.tuple(anyPasskeyCall, anyFault).map(setUpPasskey),
];
