import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';

import './tokens.css';
import './base.css';
import { MenuItem } from './menu-item.tsx';
import { lazyPage } from '../lib/lazy-page.ts';
import { MenuButton } from './menu-button.tsx';
import type { Menu } from './menu.tsx';

type LoadedMenu = typeof Menu;
const loadMenu = () => import('./menu.tsx').then((code) => code.Menu);

async function renderMenu(
  load: () => Promise<LoadedMenu> = loadMenu,
  labels = ['More for Passkey'],
) {
  const LazyMenu = lazyPage(load);
  const onSelect = vi.fn<(name: string) => unknown>(() => document.activeElement?.textContent);
  const screen = await render(
    <>
      {labels.map((label) => (
        <MenuButton key={label} label={label} load={load}>
          {(button) => (
            <LazyMenu {...button}>
              <MenuItem onSelect={() => onSelect('test')}>Test it now</MenuItem>
              <MenuItem onSelect={() => onSelect('add')} isDisabled reason="One is enough">
                Add another
              </MenuItem>
              <span hidden>
                <MenuItem onSelect={() => onSelect('other')}>On other screens</MenuItem>
              </span>
              <MenuItem onSelect={() => onSelect('off')}>Turn off</MenuItem>
            </LazyMenu>
          )}
        </MenuButton>
      ))}
    </>,
  );
  const button = screen.getByRole('button', { name: 'More for Passkey' });
  const item = (name: string) => screen.getByRole('menuitem', { name });
  return { onSelect, button, item };
}

test('Arrow keys, Home and End move through a menu and round its ends', async () => {
  const { button, item } = await renderMenu();
  await button.click();
  await expect.element(item('Test it now')).toHaveFocus();
  for (const [key, name] of [
    ['{ArrowDown}', 'Add another'],
    ['{End}', 'Turn off'],
    ['{ArrowDown}', 'Test it now'],
    ['{ArrowUp}', 'Turn off'],
    ['{Home}', 'Test it now'],
  ] as const) {
    await userEvent.keyboard(key);
    await expect.element(item(name)).toHaveFocus();
  }
});

test('A menu whose code has loaded before opens with its first click', async () => {
  const { button, item } = await renderMenu(loadMenu, ['More for Passkey', 'More for Magic link']);
  await button.click();
  await expect.element(item('Test it now')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  const other = page.getByRole('button', { name: 'More for Magic link' });
  await other.click();
  await expect.element(page.getByRole('menu', { name: 'More for Magic link' })).toBeVisible();
  await other.click();
  await expect
    .element(page.getByRole('menu', { name: 'More for Magic link' }))
    .not.toBeInTheDocument();
});

test('Esc closes a menu and gives the focus back to its button', async () => {
  const { button, item } = await renderMenu();
  await button.click();
  await expect.element(item('Test it now')).toHaveFocus();
  await userEvent.keyboard('{Escape}');

  await expect.element(button).toHaveFocus();
  await expect.element(item('Test it now')).not.toBeInTheDocument();
});

test('Choosing closes the menu first, so what opens next can give the focus back', async () => {
  const { button, item, onSelect } = await renderMenu();
  await button.click();
  await expect.element(item('Test it now')).toHaveFocus();
  await userEvent.keyboard('{End}{Enter}');

  expect(onSelect).toHaveBeenCalledExactlyOnceWith('off');
  expect(onSelect).toHaveReturnedWith('More for Passkey');
});

test('A disabled item can be reached, says why, and does nothing', async () => {
  const { button, item, onSelect } = await renderMenu();
  await button.click();
  await expect.element(item('Test it now')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Enter}');

  await expect.element(item('Add another')).toHaveAccessibleDescription('One is enough');
  await expect.element(item('Add another')).toHaveFocus();
  expect(onSelect).not.toHaveBeenCalled();
});

test.each([
  ['a click', (button: HTMLElement) => userEvent.click(button)],
  [
    'an arrow key',
    (button: HTMLElement) => {
      button.focus();
      return userEvent.keyboard('{ArrowDown}');
    },
  ],
])('%s before the menu has loaded opens it as soon as it has', async (_, press) => {
  let arrive: (menu: LoadedMenu) => void = () => {};
  // One promise for every call, as from `import()`.
  const loading = new Promise<LoadedMenu>((resolve) => (arrive = resolve));
  const { button, item } = await renderMenu(() => loading);
  await press(button.element() as HTMLElement);
  await expect.element(button).toHaveFocus();
  await expect.element(item('Test it now')).not.toBeInTheDocument();
  arrive(await loadMenu());
  await expect.element(item('Test it now')).toHaveFocus();
});

test('The button closes its menu and opens it again', async () => {
  const { button, item } = await renderMenu();
  for (let round = 0; round < 2; round++) {
    await button.click();
    await expect.element(item('Test it now')).toHaveFocus();
    await button.click();
    await expect.element(item('Test it now')).not.toBeInTheDocument();
    await expect.element(button).toHaveFocus();
  }
});
