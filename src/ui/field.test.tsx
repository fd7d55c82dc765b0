import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';

import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { Sentence } from './sentence.tsx';
import { TextField } from './field.tsx';

test('A code pasted with spaces arrives without them', async () => {
  const screen = await render(
    <>
      <input aria-label="Elsewhere" defaultValue=" 482 913 " />
      <CodeField label="Code from the app" />
    </>,
  );
  const field = screen.getByLabelText('Code from the app');
  await screen.getByLabelText('Elsewhere').click();
  await userEvent.keyboard('{ControlOrMeta>}ac{/ControlOrMeta}');
  await field.click();
  await userEvent.keyboard('{ControlOrMeta>}v{/ControlOrMeta}');

  await expect.element(field).toHaveValue('482913');
  await expect.element(field).toHaveAttribute('autocomplete', 'one-time-code');
});

test('A field is described by its hint and its error, and the error is an alert', async () => {
  const screen = await render(
    <TextField label="Email" hint="Your account’s address" error="Enter your email" />,
  );
  const field = screen.getByLabelText('Email');

  await expect
    .element(field)
    .toHaveAccessibleDescription('Your account’s address Enter your email');
  await expect.element(field).toBeInvalid();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter your email');
});

test('A password shows and hides on request, and the field alone is labelled Password', async () => {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  const screen = await render(<PasswordField label="Password" defaultValue="hunter2" />, {
    wrapper: ({ children }) => (
      <I18nProvider i18n={i18n} defaultComponent={Sentence}>
        {children}
      </I18nProvider>
    ),
  });
  const field = screen.getByLabelText('Password');
  await expect.element(field).toHaveAttribute('type', 'password');
  await screen.getByRole('button', { name: 'Show password' }).click();
  await expect.element(field).toHaveAttribute('type', 'text');
  await screen.getByRole('button', { name: 'Hide password' }).click();
  await expect.element(field).toHaveAttribute('type', 'password');
});
