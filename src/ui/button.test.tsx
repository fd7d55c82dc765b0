import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode, SyntheticEvent } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';

import './tokens.css';
import './base.css';
import { Button } from './button.tsx';

const wrapper = ({ children }: { children: ReactNode }) => (
  <I18nProvider i18n={i18n}>{children}</I18nProvider>
);
beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }));

test('A busy button ignores clicks, keeps its name and keeps the focus', async () => {
  const onClick = vi.fn<() => void>();
  const screen = await render(<Button onClick={onClick}>Turn on</Button>, { wrapper });
  const button = screen.getByRole('button', { name: 'Turn on' });
  await button.click();
  await screen.rerender(
    <Button onClick={onClick} isBusy>
      Turn on
    </Button>,
  );
  await button.click({ force: true });
  await userEvent.keyboard('{Enter}');

  expect(onClick).toHaveBeenCalledTimes(1);
  await expect.element(button).toHaveFocus();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
});

test('A double click is one click', async () => {
  const onClick = vi.fn<() => void>();
  const screen = await render(<Button onClick={onClick}>Turn on</Button>, { wrapper });
  await screen.getByRole('button').dblClick();
  expect(onClick).toHaveBeenCalledTimes(1);
});

test('A button keeps its width when it becomes busy', async () => {
  const screen = await render(<Button>Make primary</Button>, { wrapper });
  const button = screen.getByRole('button');
  const width = button.element().getBoundingClientRect().width;
  await screen.rerender(<Button isBusy>Make primary</Button>);

  expect(button.element().getBoundingClientRect().width).toBe(width);
});

test('Enter in a field does not submit a form whose button is disabled', async () => {
  const onSubmit = vi.fn<(event: SyntheticEvent) => void>((event) => event.preventDefault());
  const form = (isDisabled: boolean) => (
    <form onSubmit={onSubmit}>
      <input aria-label="Code" />
      <Button type="submit" isDisabled={isDisabled}>
        Confirm
      </Button>
    </form>
  );
  const screen = await render(form(true));
  await screen.getByLabelText('Code').click();
  await userEvent.keyboard('{Enter}');
  expect(onSubmit).not.toHaveBeenCalled();

  await screen.rerender(form(false));
  await userEvent.keyboard('{Enter}');
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test('A button outside a submit role does not submit its form', async () => {
  const onSubmit = vi.fn<() => void>();
  const screen = await render(
    <form onSubmit={onSubmit}>
      <Button>Copy</Button>
    </form>,
  );
  await screen.getByRole('button').click();
  expect(onSubmit).not.toHaveBeenCalled();
});
