import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { unanswered } from '../support/all-answered.ts';
import { describe, methodNames } from './world.ts';
import type { World } from './world.ts';
import {
  methodRow,
  secondStepHeading,
  settingsHeading,
  signInButton,
  stateIn,
} from '../support/pages.ts';

/** Everything on screen that says that something is in progress. */
const underWay = (page: Page) => page.locator('[data-busy], .spinner, .skeleton');

export const question = (page: Page) => page.getByRole('dialog', { name: "Confirm it's you" });

/** In milliseconds, long enough that a busy machine is not mistaken for a stuck spinner. */
const patience = 60_000;

async function expectRest(page: Page): Promise<void> {
  const count = await underWay(page).count();
  const awaited = count > 0 ? await unanswered(page) : [];
  expect(count, `what is under way, unanswered: ${awaited.join(', ')}`).toBe(0);
}

/** Waits until nothing is in progress, or until the person is asked for proof. */
export async function settle(page: Page): Promise<void> {
  await expect(async () => {
    const isAsked = await question(page).isVisible();
    if (!isAsked) await expectRest(page);
  }).toPass({ timeout: patience });
}

async function shown(page: Page): Promise<string[]> {
  const rows: string[] = [];
  for (const name of methodNames) {
    const row = methodRow(page, name);
    const isPrimary = await stateIn(row, 'Primary').isVisible();
    const states = ['On', 'Off', 'Not set up'] as const;
    const visible = await Promise.all(states.map((state) => stateIn(row, state).isVisible()));
    const state = states.filter((_, index) => visible[index]).join(' and ');
    rows.push(describe(name, state, isPrimary));
  }
  return rows;
}

/** What a failure message says about a method's state, and how the database words it. */
async function falseClaims(page: Page, truth: string[]): Promise<string[]> {
  const said = await page.getByText(/ is still (on|off|not your primary method)\./).allInnerTexts();
  return said.filter((claim) =>
    truth.some((method) => {
      const [name = ''] = method.split(':');
      if (!claim.startsWith(name)) return false;
      if (claim.includes('still on')) return !method.includes(': On');
      if (claim.includes('still off')) return method.includes(': On');
      return method.includes('Primary');
    }),
  );
}

/** Waits until every tab has settled, and compares what it shows with the database. */
export async function hold(world: World): Promise<void> {
  const truth = await world.truth();
  const count = truth.filter((method) => method.includes(': On')).length;
  for (const page of world.tabs) {
    await settle(page);
    // Where a read failed, the page says so and shows the state as of its last success.
    const readAgain = page.getByRole('main').getByRole('button', { name: 'Try again' }).first();
    if (await readAgain.isVisible()) await readAgain.click();
    await expect(async () => {
      await expectRest(page);
      if (await settingsHeading(page).isVisible()) {
        expect(await shown(page), 'the settings').toEqual(truth);
        expect(await falseClaims(page, truth), 'what is not so').toEqual([]);
        const claim = page.getByRole('heading', { name: 'Your account is protected' });
        expect(await claim.isVisible(), 'that the account is protected').toBe(count > 0);
      } else {
        const isOutside = signInButton(page).or(secondStepHeading(page));
        expect(await isOutside.isVisible(), `a page that is known: ${page.url()}`).toBe(true);
      }
    }).toPass({ timeout: patience });
  }
  expect(world.complaints, 'what no page may ever do').toEqual([]);
}
