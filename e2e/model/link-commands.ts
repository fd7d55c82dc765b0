import { expect } from '@playwright/test';
import { command } from './command.ts';
import { anyFault, isHeard, isSilent, makeFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { press } from './press.ts';
import { reachSettings } from './prove.ts';

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
    const heard = app.requests.count(call) - heardBefore - (isHeard(fault) ? 0 : 1);
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
    if (isSilent(fault)) {
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

export const linkCommands = [anyFault.map(sendLink), anyFault.map(openLink)];
