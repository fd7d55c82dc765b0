import { expect } from '@playwright/test';
import type { Locator } from '@playwright/test';
import { secondStepHeading, settingsHeading, signInButton } from '../support/second-step.ts';
import { signIn } from '../support/sign-in.ts';
import { question, settle } from './hold.ts';
import type { World } from './world.ts';

/** Gives the proof that is asked for in `place`, by the phone if it will do. */
async function giveProof(world: World, place: Locator): Promise<void> {
  const useApp = place.getByRole('button', { name: 'Use Authenticator app' });
  if (await useApp.isVisible()) await useApp.click();
  const code = place.getByLabel('Code from the app');
  const password = place.getByLabel('Password', { exact: true });
  const send = place.getByRole('button', { name: /^(Send|Resend) / });
  await expect(code.or(password).or(send)).toBeVisible();
  if (await send.isVisible()) {
    // Links are sent no faster than this.
    await world.app.clock.advance(31_000);
    await send.click();
    const tab = await world.openTab(await world.mailbox.linkFor(world.user.email));
    await expect(tab.getByRole('heading', { name: 'You are signed in' })).toBeVisible();
    return world.closeTab();
  }
  if (await code.isVisible()) await code.fill(await world.nextCode());
  else await password.fill(world.user.password);
  await place.getByRole('button', { name: 'Confirm', exact: true }).click();
}

/** Answers the question for proof, if there is one. Gives back whether there was. */
export async function answerQuestion(world: World): Promise<boolean> {
  const { page } = world;
  await settle(page);
  if (!(await question(page).isVisible())) return false;
  await giveProof(world, question(page));
  await expect(question(page)).toBeHidden();
  await settle(page);
  return true;
}

/** Leads to the settings, by way of signing in where that is asked for. */
export async function reachSettings(world: World): Promise<void> {
  const { page } = world;
  const anywhere = settingsHeading(page).or(signInButton(page)).or(secondStepHeading(page));
  await expect(anywhere).toBeVisible();
  if (await signInButton(page).isVisible()) await signIn(page, world.user);
  // The settings stand there empty until it is known that the second step is still to come.
  await settle(page);
  await expect(settingsHeading(page).or(secondStepHeading(page))).toBeVisible();
  if (await secondStepHeading(page).isVisible()) await giveProof(world, page.getByRole('main'));
  await expect(settingsHeading(page)).toBeVisible();
  await settle(page);
}
