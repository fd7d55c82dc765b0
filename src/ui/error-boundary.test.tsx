import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';

import { OutdatedError } from '../lib/load-or-reload.ts';
import { ErrorBoundary } from './error-boundary.tsx';

function Part({ error }: { error?: Error }) {
  if (error) throw error;
  return <p>Here I am</p>;
}
const page = (resetKey: string, error?: Error) => (
  <I18nProvider i18n={i18n}>
    <h1>The page</h1>
    <ErrorBoundary resetKey={resetKey}>
      <Part {...(error && { error })} />
    </ErrorBoundary>
  </I18nProvider>
);

beforeEach(() => {
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  // React logs errors that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

test('A part that failed to load shows a message in its place, and the rest of the page stays', async () => {
  const lost = new TypeError('Failed to fetch dynamically imported module: /assets/x.js');
  const screen = await render(page('/reset', lost));
  const alert = screen.getByRole('alert');
  await expect.element(alert).toHaveTextContent("This part of the page couldn't load.");
  await expect.element(screen.getByRole('heading', { name: 'The page' })).toBeVisible();
  await expect.element(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
});

test('A part that broke is not blamed on the connection', async () => {
  const screen = await render(page('/', new Error('x is undefined')));
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Something went wrong');
});

test('Another address renders the part again', async () => {
  const screen = await render(page('/reset', new Error('x is undefined')));
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await screen.rerender(page('/'));
  await expect.element(screen.getByText('Here I am')).toBeVisible();
});

test('A tab from before an update says what happened, where it does not reload by itself', async () => {
  const screen = await render(page('/reset', new OutdatedError('gone')));
  const alert = screen.getByRole('alert');
  await expect.element(alert).toHaveTextContent('This page was updated while you had it open.');
  await expect.element(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
});
