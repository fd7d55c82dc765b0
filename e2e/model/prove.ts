import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { question, settle } from './hold.ts';
import type { World } from './world.ts';
import { secondStepHeading, settingsHeading, signIn, signInButton } from '../support/pages.ts';

/** Gives the proof that `place` asks for, with the phone where possible. */
async function giveProof(world: World, place: Locator): Promise<void> {
  const useApp = place.getByRole('button', { name: 'Use your authenticator app' });
  if (await useApp.isVisible()) await useApp.click();
  const code = place.getByLabel('Code from the app');
  const password = place.getByLabel('Password', { exact: true });
  const send = place.getByRole('button', { name: /^(Send|Resend) / });
  const passkey = place.getByRole('button', { name: /^(Use your passkey|Try again)$/ });
  await expect(code.or(password).or(send).or(passkey)).toBeVisible();
  if (await send.isVisible()) return openProvingLink(world, send);
  if (await passkey.isVisible()) {
    await world.takeDevice();
    return passkey.click();
  }
  // Six digits are sent by themselves.
  if (await code.isVisible()) return code.fill(await world.nextCode());
  await password.fill(world.user.password);
  await place.getByRole('button', { name: 'Confirm', exact: true }).click();
}

async function openProvingLink(world: World, send: Locator): Promise<void> {
  // Links are not sent faster than this.
  await world.app.clock.advance(31_000);
  await send.click();
  await expect(send, 'waits before the next').toBeDisabled();
  const tab = await world.openTab(await world.mailbox.linkFor(world.user.email));
  const tryAgain = tab.getByRole('button', { name: 'Try again' });
  const ended = tab.getByRole('heading', {
    name: /^(You're signed in|This link no longer works)/,
  });
  await expect(tryAgain.or(ended)).toBeVisible();
  if (await tryAgain.isVisible()) await tryAgain.click();
  await expect(ended).toBeVisible();
  await world.closeTab();
}

/** Gives the proof if the page asks for one. Returns whether it did. */
export async function answerQuestion(world: World): Promise<boolean> {
  const { page } = world;
  if (!(await question(page).isVisible())) return false;
  await giveProof(world, question(page));
  await expect(question(page)).toBeHidden();
  return true;
}

/** Goes to the settings, and signs in where necessary, again where that failed. */
export async function reachSettings(world: World): Promise<void> {
  const { page } = world;
  const settings = settingsHeading(page);
  const anywhere = settings.or(signInButton(page)).or(secondStepHeading(page));
  await expect(async () => {
    await expect(anywhere).toBeVisible();
    if (await signInButton(page).isVisible()) await signIn(page, world.user);
    // The settings are on screen, still empty, until the app knows that a second step is needed.
    await settle(page);
    if (await secondStepHeading(page).isVisible()) await giveProof(world, page.getByRole('main'));
    await settle(page);
    expect(await settings.isVisible(), 'signed in').toBe(true);
  }).toPass({ timeout: 90_000 });
}
