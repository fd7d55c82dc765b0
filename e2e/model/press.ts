import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { isSilent, makeFault } from './fault.ts';
import type { FaultKind } from './fault.ts';
import { question, settle } from './hold.ts';
import { answerQuestion } from './prove.ts';
import type { World } from './world.ts';

interface Press {
  call: string;
  fault: FaultKind;
  /** What the database says where nothing went wrong; any change if absent. */
  leadsTo?: string;
}

/** Presses twice, with a fault on the way. One request is sent, and one more after a proof. */
export async function press(
  world: World,
  button: Locator,
  { call, fault, leadsTo }: Press,
): Promise<void> {
  const { page, app } = world;
  const sentBefore = world.countSent(call);
  const sent = () => world.countSent(call) - sentBefore;
  makeFault(app.faults, fault, call);
  await button.dblclick();
  if (isSilent(fault)) {
    // Another call may have to be proven before this one is sent.
    const isAsked = () => question(page).isVisible();
    await expect.poll(async () => sent() > 0 || (await isAsked())).toBe(true);
    if (sent() === 0) await answerQuestion(world);
    // A browser creates no passkey in a background tab, such as the one behind the tab with the
    // link.
    const isEnded = () => page.getByText("The passkey wasn't created.").first().isVisible();
    await expect.poll(async () => sent() > 0 || (await isEnded())).toBe(true);
    if (sent() > 0) await app.clock.advance(21_000);
  } else await settle(page);
  const wasAsked = await answerQuestion(world);
  await settle(page);
  app.faults.clear();
  expect(sent(), `how often ${call} was sent`).toBeLessThanOrEqual(wasAsked ? 2 : 1);
  if (fault === 'none' && leadsTo !== undefined)
    expect((await world.truth()).join('; ')).toContain(leadsTo);
}

/** Closes all open dialogs, even the one about unsaved codes. */
export async function closeDialogs(page: Page): Promise<void> {
  const dialog = page.locator('dialog').last();
  const leave = page.getByRole('button', { name: 'Leave', exact: true });
  await expect(async () => {
    if (await leave.isVisible()) await leave.click();
    else if (await dialog.isVisible()) await page.keyboard.press('Escape');
    expect(await page.locator('dialog').count()).toBe(0);
  }).toPass({ timeout: 20_000 });
}
