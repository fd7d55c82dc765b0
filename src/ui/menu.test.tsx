import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';

import './tokens.css';
import './base.css';
import { MenuItem } from './menu-item.tsx';
import { Menu } from './menu.tsx';

async function renderMenu() {
  const onSelect = vi.fn<(name: string) => unknown>(() => document.activeElement?.textContent);
  const screen = await render(
    <Menu label="More for Passkey">
      <MenuItem onSelect={() => onSelect('test')}>Test it now</MenuItem>
      <MenuItem onSelect={() => onSelect('add')} isDisabled reason="One is enough">
        Add another
      </MenuItem>
      <MenuItem onSelect={() => onSelect('off')}>Turn off</MenuItem>
    </Menu>,
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
