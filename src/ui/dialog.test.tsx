import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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

test('A dialog that asks before it acts is announced with what follows', async () => {
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <Dialog title="Turn off Passkey?" onClose={onClose} consequences={<p>It is kept.</p>}>
        <p>Something else</p>
      </Dialog>
    </I18nProvider>,
  );
  const dialog = screen.getByRole('alertdialog', { name: 'Turn off Passkey?' });
  await expect.element(dialog).toHaveAccessibleDescription('It is kept.');
});

test.each([
  ['a desktop', 1280, 800],
  ['a phone', 390, 700],
])("On %s, a dialog's top edge stays where it is, whatever it shows", async (_, width, height) => {
  await page.viewport(width, height);
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <Dialog title="Steps" onClose={onClose}>
        <p>One line</p>
      </Dialog>
    </I18nProvider>,
  );
  const top = () => screen.getByRole('dialog').element().getBoundingClientRect().top;
  // The dialog rises as it opens.
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const before = top();
  await screen.rerender(
    <I18nProvider i18n={i18n}>
      <Dialog title="Steps" onClose={onClose}>
        <p style={{ blockSize: '2000px' }}>Much more</p>
      </Dialog>
    </I18nProvider>,
  );
  expect(top()).toBe(before);
  expect(screen.getByRole('dialog').element().getBoundingClientRect().bottom).toBeLessThanOrEqual(
    height,
  );
});

test('On a phone, a brief dialog is as high as its words, at the bottom edge', async () => {
  await page.viewport(390, 700);
  const screen = await render(
    <I18nProvider i18n={i18n}>
      <Dialog title="Theme" onClose={onClose} isBrief>
        <p>One line</p>
      </Dialog>
    </I18nProvider>,
  );
  const dialog = screen.getByRole('dialog').element();
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const { top, bottom } = dialog.getBoundingClientRect();
  expect(bottom).toBe(700);
  expect(top).toBeGreaterThan(500);
});

test('A dialog titles the tab while it is open, and only then', async () => {
  document.title = 'The page';
  const { dialog } = await openDialog();
  expect(document.title).toBe('Turn off Passkey?');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.title).toBe('The page');
});
