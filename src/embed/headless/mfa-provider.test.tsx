import { Component, type ReactNode, StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';

import { lastSessionChange, readTokens, subscribeTokens } from '../../api/tokens.ts';
import type { CookieSession, TokenSession } from '../options.ts';
import { MfaProvider } from './mfa-provider.tsx';

const { ways, byToken } = vi.hoisted(() => {
  const ways = { signIn: () => undefined, signOut: () => undefined };
  const byToken = (accessToken: string | undefined, id = '1'): TokenSession => ({
    ...ways,
    accessToken,
    user: { id },
    renew: async () => undefined,
    keep: () => undefined,
  });
  return { ways, byToken };
});

// As the library's build has them.
vi.mock('../../api/tokens.ts', () => import('../../api/host-session.ts'));
vi.mock('../../api/refresh.ts', () => import('../../api/host-session.ts'));
vi.mock('../../api/the-host.ts', async () => {
  const given = await import('../given.ts');
  given.give({ session: byToken(undefined) });
  return given;
});

const byCookie: CookieSession = {
  ...ways,
  isSignedIn: true,
  user: { id: '1' },
  csrf: { header: 'X-CSRF-Token', token: () => 'secret' },
};

const page = (session: TokenSession | CookieSession) => (
  <StrictMode>
    <MfaProvider session={session}>
      <p>A page</p>
    </MfaProvider>
  </StrictMode>
);

it('The hooks follow the session that is given, and tell a new token from a new person', async () => {
  const screen = await render(page(byToken('a1')));
  await expect.element(screen.getByText('A page')).toBeVisible();
  expect(readTokens()).toMatchObject({ accessToken: 'a1', user: { id: '1' } });
  const changes: string[] = [];
  const stop = subscribeTokens((change) => changes.push(change));
  await screen.rerender(page(byToken('a1')));
  expect(changes, 'the same session in another object').toEqual([]);
  await screen.rerender(page(byToken('a2')));
  await screen.rerender(page(byToken('a2', '2')));
  await screen.rerender(page(byToken(undefined, '2')));
  await screen.rerender(page(byCookie));
  expect(changes).toEqual(['renewed', 'signed-in', 'signed-out', 'signed-in']);
  expect(readTokens()).toMatchObject({ accessToken: '' });
  stop();
});

it('Nothing is followed any more once it has gone', async () => {
  const screen = await render(page(byToken('a1')));
  await screen.unmount();
  const before = lastSessionChange();
  window.dispatchEvent(new Event('mfa-session-change'));
  expect(lastSessionChange()).toBe(before);
  // Another one may come.
  await render(page(byToken('a3')));
  expect(readTokens()).toMatchObject({ accessToken: 'a3' });
});

class Catch extends Component<{ children: ReactNode }> {
  override state = { message: '' };
  static getDerivedStateFromError = (error: Error) => ({ message: error.message });
  override render() {
    return this.state.message ? <p role="alert">{this.state.message}</p> : this.props.children;
  }
}

it('A second one at the same time is refused', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await render(page(byToken('a1')));
  const second = await render(<Catch>{page(byToken('a1'))}</Catch>);
  await expect.element(second.getByRole('alert')).toHaveTextContent('has an <MfaProvider> already');
  quiet.mockRestore();
});
