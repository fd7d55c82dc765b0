import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { command } from './command.ts';
import { closeDialogs } from './press.ts';
import { reachSettings } from './prove.ts';

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
  for (const tab of world.tabs)
    await expect(tab.getByText(/^You seem to be offline/)).toBeVisible();
  const actions = page.getByRole('list', { name: 'Methods' }).getByRole('button', {
    name: /^(Send|Turn on|Make)/,
  });
  for (const button of await actions.all()) {
    await expect(button.or(page.locator('a'))).not.toHaveCount(0);
    await button.click({ force: true });
  }
  expect(posts(), 'nothing arrives').toBe(before);
  await context.setOffline(false);
  await expect(page.getByText(/^You seem to be offline/)).toBeHidden();
  expect(posts(), 'nothing was queued').toBe(before);
  await closeDialogs(page);
});

export const tabCommands = [fc.constantFrom(openTab, closeTab, switchTab, loseConnection)];
