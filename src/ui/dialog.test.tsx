import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';

import './tokens.css';
import './base.css';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

const onClose = vi.fn<() => void>();

function Page({ isBusy = false }: { isBusy?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  function handleClose() {
    onClose();
    setIsOpen(false);
  }
  return (
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Button onClick={() => setIsOpen(true)}>Turn off</Button>
        {isOpen && (
          <Dialog title="Turn off Passkey?" onClose={handleClose} isBusy={isBusy}>
            <input aria-label="Code" data-autofocus="" />
          </Dialog>
        )}
      </I18nProvider>
    </StrictMode>
  );
}

beforeEach(() => {
  onClose.mockReset();
  i18n.loadAndActivate({ locale: 'en', messages: {} });
});

async function openDialog(page: React.ReactNode = <Page />) {
  const screen = await render(page);
  const opener = screen.getByRole('button', { name: 'Turn off' });
  await opener.click();
  const dialog = screen.getByRole('dialog', { name: 'Turn off Passkey?' });
  await expect.element(dialog).toBeVisible();
  return { screen, opener, dialog };
}

test('Esc closes a dialog once and gives the focus back to what opened it', async () => {
  const { opener, dialog } = await openDialog();
  await userEvent.keyboard('{Escape}');

  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('The close button closes a dialog and gives the focus back', async () => {
  const { screen, opener, dialog } = await openDialog();
  await screen.getByRole('button', { name: 'Close' }).click();

  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

test('Focus starts on the field that asks for it', async () => {
  const { screen } = await openDialog();
  await expect.element(screen.getByLabelText('Code')).toHaveFocus();
});

test('A busy dialog stays, however often Esc is pressed', async () => {
  const { screen, dialog } = await openDialog(<Page isBusy />);
  await userEvent.keyboard('{Escape}{Escape}{Escape}');
  await screen.getByRole('button', { name: 'Close' }).click({ force: true });

  await expect.element(dialog).toBeVisible();
  expect(dialog.element()).toHaveProperty('open', true);
  expect(onClose).not.toHaveBeenCalled();
});

test('A dialog titles the tab while it is open, and only then', async () => {
  document.title = 'The page';
  const { dialog } = await openDialog();
  expect(document.title).toBe('Turn off Passkey?');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.title).toBe('The page');
});
