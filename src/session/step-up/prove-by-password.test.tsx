import { expect, it } from 'vitest';

import { writeTokens } from '../../api/tokens.ts';
import { fakeApi } from '../../testing/fake-api.ts';
import { renderApp } from '../../testing/render-app.tsx';
import { ProveByPassword } from './prove-by-password.tsx';

it('The password is read when it is submitted, and an empty one is sent to nobody', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r', expiresAt: undefined }, 'signed-in');
  const calls = fakeApi({
    'GET /user/profile': { body: { success: true, data: { id: '1', email: 'ada@example.com' } } },
    'POST /user/login': { status: 401, body: { success: false } },
    'GET /mfa/status': { body: { success: true, data: { isEnabled: false, enabledMethods: [] } } },
  });
  const screen = await renderApp(<ProveByPassword />);
  const password = screen.getByLabelText('Password', { exact: true });
  const button = screen.getByRole('button', { name: 'Confirm' });
  await button.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Enter your password.');
  expect(calls('POST /user/login')).toHaveLength(0);
  (password.element() as HTMLInputElement).value = 'secret words';
  await button.click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The password is not right.');
  expect(calls('POST /user/login').map(({ body }) => body)).toEqual([
    expect.objectContaining({ email: 'ada@example.com', password: 'secret words' }),
  ]);
});
