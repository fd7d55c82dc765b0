import { expect, it } from 'vitest';

import { fakeApi } from '../testing/fake-api.ts';
import { HistoryEntry, renderApp } from '../testing/render-app.tsx';
import { PasswordPage } from './password-page.tsx';

const route = 'POST /user/reset-password';
const password = 'several unrelated words';

async function open(replies: Parameters<typeof fakeApi>[0][string]) {
  const calls = fakeApi({ [route]: replies });
  const link = { token: 'Zm9vYmFyYmF6cXV1eA_-', isPosted: false };
  const screen = await renderApp(
    <>
      <PasswordPage kind="reset" link={link} />
      <HistoryEntry />
    </>,
    { entry: { pathname: '/reset-password', state: { wasTaken: true } } },
  );
  const save = async (typed = password) => {
    await screen.getByLabelText('New password').fill(typed);
    await screen.getByRole('button', { name: 'Save password' }).click();
  };
  return { calls, screen, save };
}

it('[A1] posts the token once, with the new password, and not before it is saved', async () => {
  const { calls, screen, save } = await open({});
  await expect.element(screen.getByLabelText('New password')).toBeVisible();
  expect(calls(route)).toHaveLength(0);
  await save();
  await expect
    .element(screen.getByRole('heading', { name: 'Your password was changed' }))
    .toBeVisible();
  expect(calls(route)).toEqual([
    { authorization: null, body: { token: 'Zm9vYmFyYmF6cXV1eA_-', newPassword: password } },
  ]);
  await expect.element(screen.getByText('REPLACE {"passwordReset":"done"}')).toBeInTheDocument();
});

it('keeps the link where the service refuses the password, and not the link', async () => {
  const common = { status: 400, body: { success: false, error_code: 'PASSWORD_TOO_COMMON' } };
  const { calls, screen, save } = await open([common, {}]);
  await save('password1234');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('easy to guess');
  await save();
  await expect
    .element(screen.getByRole('heading', { name: 'Your password was changed' }))
    .toBeVisible();
  expect(calls(route)).toHaveLength(2);
});

it('says that a refused link no longer works', async () => {
  const { screen, save } = await open({ status: 400, body: { success: false } });
  await save();
  await expect
    .element(screen.getByRole('heading', { name: 'This link no longer works' }))
    .toBeVisible();
});

it('says that the password may be changed where the first answer got lost', async () => {
  const { screen, save } = await open([
    new TypeError('network'),
    { status: 400, body: { success: false } },
  ]);
  await save();
  await expect.element(screen.getByRole('alert')).toBeVisible();
  await save();
  await expect
    .element(screen.getByRole('heading', { name: 'Your password may already be changed' }))
    .toBeVisible();
});

it('asks for more characters before it posts anything', async () => {
  const { calls, screen, save } = await open({});
  await save('short');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('too short');
  expect(calls(route)).toHaveLength(0);
});
