import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';

import { writeTokens } from '../api/tokens.ts';
import { fakeApi } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { ProveByCode } from './prove-by-code.tsx';

const route = 'POST /mfa/verify-login';
const wrong = { status: 401, body: { success: false } };
const status = { body: { success: true, data: { isEnabled: true, enabledMethods: [] } } };

async function open() {
  writeTokens({ accessToken: 'limited', refreshToken: 'r', expiresAt: undefined }, 'signed-in');
  const calls = fakeApi({ [route]: wrong, 'GET /mfa/status': status });
  const screen = await renderApp(<ProveByCode />);
  const field = screen.getByLabelText('Code from the app');
  await expect.element(field).toHaveFocus();
  return { calls, screen, field };
}

it.each([
  ['spaces', '169 279', '169279'],
  ['a dash', '169-279', '169279'],
  ['an invisible character behind it', '169279\u200B', '169279'],
  ['Arabic-Indic digits', '١٦٩٢٧٩', '169279'],
  ['full-width digits', '１６９２７９', '169279'],
  ['a full stop behind it', '169279.', '169279'],
  ['a long dash', 'K7M2P–9XQ4R', 'k7m2p9xq4r'],
])('A code typed with %s is sent cleaned', async (_what, typed, code) => {
  const { calls, field } = await open();
  await field.fill(typed);
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => calls(route).map(({ body }) => body))
    .toEqual([{ mfaType: 'GOOGLE_AUTH', code }]);
});

it.each(['', '48291', '169—27', 'k7m2p', '—————————'])(
  '%j is not a code, so it is not sent and costs no try',
  async (typed) => {
    const { calls, screen, field } = await open();
    await field.fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('six digits');
    await expect.element(field).toHaveValue(typed);
    expect(calls(route)).toHaveLength(0);
  },
);

it('A code that the browser filled in without an event is read when it is sent', async () => {
  const { calls, screen, field } = await open();
  (field.element() as HTMLInputElement).value = '169279';
  await screen.getByRole('button', { name: 'Confirm' }).click();
  await expect
    .poll(() => calls(route).map(({ body }) => body))
    .toEqual([{ mfaType: 'GOOGLE_AUTH', code: '169279' }]);
  await expect.element(field).toHaveValue('169279');
});

it('The error about one code goes away when the next is typed', async () => {
  const { screen, field } = await open();
  await field.fill('169279');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('alert')).toHaveTextContent("That code isn't right");
  await field.fill('169270');
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});
