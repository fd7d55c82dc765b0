import { Route, Routes } from 'react-router-dom';
import { beforeEach, expect, it } from 'vitest';

import { orgRoles } from '../../../api/contract.ts';
import { writeTokens } from '../../../api/tokens.ts';
import { fakeApi } from '../../../testing/fake-api.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { ResetMethods } from './reset-methods.tsx';

function renderReset(orgRole: number, isRequired = true) {
  const status = {
    isEnabled: true,
    isRequired,
    isEnforced: isRequired,
    enabledMethods: ['PASSKEY'],
  };
  const profile = { id: '1', email: 'ada@example.com', orgId: '1', orgRole };
  const methods = [{ type: 'PASSKEY', isAvailable: true, isConfigured: true, isEnabled: true }];
  const calls = fakeApi({
    'GET /mfa/status': () => ({ body: { success: true, data: status } }),
    'GET /mfa/methods': () => ({ body: { success: true, data: methods } }),
    'GET /user/profile': () => ({ body: { success: true, data: profile } }),
    'POST /mfa/reset': {},
  });
  const rendered = renderApp(
    <Routes>
      <Route path="/" element={<p>The settings</p>} />
      <Route path="/reset" element={<ResetMethods />} />
    </Routes>,
    { entry: '/reset' },
  );
  return rendered.then((screen) => ({ screen, calls }));
}

beforeEach(() => writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in'));

it.each([
  ['an owner', orgRoles.owner, 'Another owner or administrator'],
  ['an administrator', orgRoles.administrator, 'Another owner or administrator'],
  ['a member', orgRoles.user, 'An administrator of your organization'],
])('tells %s whom to ask, before anything is typed', async (_who, orgRole, advice) => {
  const { screen } = await renderReset(orgRole);
  const dialog = screen.getByRole('dialog', { name: 'Reset everything' });
  await expect.element(dialog).toHaveTextContent("you can't reset all your methods yourself");
  await expect.element(dialog).toHaveTextContent(advice);
  await expect.element(dialog.getByRole('textbox')).not.toBeInTheDocument();
  await expect
    .element(dialog.getByRole('button', { name: 'Reset everything' }))
    .not.toBeInTheDocument();
});

it.each(['reset', 'Reset ', 'reset\u200B', 'ｒｅｓｅｔ'])(
  'accepts %j as the word, even if it was filled in without an event',
  async (typed) => {
    const { screen, calls } = await renderReset(orgRoles.user, false);
    const field = screen.getByRole('textbox');
    await expect.element(field).toBeVisible();
    (field.element() as HTMLInputElement).value = typed;
    await screen.getByRole('button', { name: 'Reset everything' }).click();
    await expect.element(screen.getByText('The settings')).toBeVisible();
    expect(calls('POST /mfa/reset')).toHaveLength(1);
  },
);
