import { beforeEach, expect, it, vi } from 'vitest';

import type { TokenHost } from '../../api/the-host.ts';
import { writeTokens } from '../../api/tokens.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { SignInPage } from './sign-in-page.tsx';

// As a build with VITE_SESSION_SOURCE=tokens has them.
vi.mock('../../api/tokens.ts', () => import('../../api/host-session.ts'));
vi.mock('../../api/refresh.ts', () => import('../../api/host-session.ts'));

const host = {
  accessToken: undefined,
  signIn: vi.fn<TokenHost['signIn']>(),
  signOut: () => {},
  renew: async () => {},
  keep: () => {},
};

beforeEach(() => {
  vi.stubEnv('VITE_SESSION_SOURCE', 'tokens');
  window.mfaSession = host;
  host.signIn.mockReset();
});

const open = () =>
  renderApp(
    <ErrorBoundary>
      <SignInPage />
    </ErrorBoundary>,
    { entry: '/sign-in?returnTo=%2Fyour-devices' },
  );

// The first two come before any session has ended.
it('Who comes without a session is led to the sign-in of the host', async () => {
  await open();
  await expect.poll(() => host.signIn.mock.calls[0]).toEqual(['/your-devices']);
});

it('Where the script of the host is missing, a person reads that something is wrong', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  delete window.mfaSession;
  const screen = await open();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Something went wrong');
  await expect.element(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
});

it.each([
  ['expired', 'Your session has ended. Sign in again.'],
  ['signed-out', "You're signed out."],
] as const)('Whose session has %s reads so, and leaves by the button', async (change, words) => {
  writeTokens(undefined, change);
  const screen = await open();
  await expect.element(screen.getByText(words)).toBeVisible();
  await expect.element(screen.getByRole('heading', { name: 'Sign in' })).toHaveFocus();
  expect(host.signIn).not.toHaveBeenCalled();
  await screen.getByRole('button', { name: 'Sign in' }).click();
  expect(host.signIn.mock.calls).toEqual([['/your-devices']]);
});
