import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';

import { writeTokens } from '../api/tokens.ts';
import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { ProveByCode } from './prove-by-code.tsx';
import type { CodeKind } from './proof-errors.ts';

const route = 'POST /mfa/verify-login';
const wrong = { status: 401, body: { success: false } };
const status = { body: { success: true, data: { isEnabled: true, enabledMethods: [] } } };

async function open(kind: CodeKind = 'app', answer: Reply | Reply[] = wrong) {
  writeTokens({ accessToken: 'limited', refreshToken: 'r', expiresAt: undefined }, 'signed-in');
  const calls = fakeApi({ [route]: answer, 'GET /mfa/status': status });
  const screen = await renderApp(<ProveByCode kind={kind} />);
  const field = screen.getByRole('textbox', {
    name: kind === 'app' ? 'Code from the app' : 'Backup code',
  });
  await expect.element(field).toHaveFocus();
  const codes = () => calls(route).map(({ body }) => (body as { code: string }).code);
  return { codes, screen, field };
}

it('Phones show digits for a code from the app, and letters for a backup code', async () => {
  const app = await open();
  await expect.element(app.field).toHaveAttribute('inputmode', 'numeric');
  await expect.element(app.field).toHaveAttribute('autocomplete', 'one-time-code');
  await app.screen.unmount();
  const { field } = await open('backup');
  await expect.element(field).toHaveAttribute('inputmode', 'text');
  await expect.element(field).toHaveAttribute('autocomplete', 'off');
});

it('A code from the app is sent with its sixth digit, once', async () => {
  const { codes, field } = await open();
  await userEvent.keyboard('16927');
  await expect.element(field).toHaveValue('16927');
  expect(codes()).toEqual([]);
  await userEvent.keyboard('9{Enter}');
  await expect.poll(codes).toEqual(['169279']);
});

it.each([
  ['spaces', '169 279'],
  ['a dash', '169-279'],
  ['an invisible character behind it', '169279\u200B'],
  ['Arabic-Indic digits', '١٦٩٢٧٩'],
  ['full-width digits', '１６９２７９'],
  ['a full stop behind it', '169279.'],
])('A code pasted with %s is sent cleaned', async (_what, pasted) => {
  const { codes, field } = await open();
  await field.fill(pasted);
  await expect.poll(codes).toEqual(['169279']);
});

it('A wrong code that is confirmed once more is not sent again, and costs no other try', async () => {
  const { codes, screen, field } = await open();
  await field.fill('169279');
  await expect.element(screen.getByRole('alert')).toHaveTextContent("That code isn't right");
  await screen.getByRole('button', { name: 'Confirm' }).click();
  await expect.element(field).toHaveFocus();
  await expect.element(screen.getByRole('alert')).toHaveTextContent("That code isn't right");
  expect(codes()).toEqual(['169279']);
  await userEvent.keyboard('169270');
  await expect.poll(codes).toEqual(['169279', '169270']);
});

it('A code that never arrived is sent again on request', async () => {
  const { codes, screen, field } = await open('app', { status: 502, body: '' });
  await field.fill('169279');
  await expect.element(screen.getByRole('alert')).toHaveTextContent("couldn't reach the service");
  await screen.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(codes).toEqual(['169279', '169279']);
});

it.each(['', '48291', '169—27', 'k7m2p', 'k7m2p-9xq4r', '—————————'])(
  '%j is not a code from the app, so it is not sent and costs no try',
  async (typed) => {
    const { codes, screen, field } = await open();
    await field.fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('six digits');
    await expect.element(field).toHaveValue(typed);
    expect(codes()).toEqual([]);
  },
);

it('A backup code is sent cleaned, and only on request', async () => {
  const { codes, field } = await open('backup');
  await field.fill('K7M2P–9XQ4R');
  expect(codes()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(codes).toEqual(['k7m2p9xq4r']);
});

it.each(['', '169279', 'k7m2p'])(
  '%j is not a whole backup code, so it is not sent and costs no try',
  async (typed) => {
    const { codes, screen, field } = await open('backup');
    await field.fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('A backup code is longer');
    expect(codes()).toEqual([]);
  },
);

it('A code that the browser filled in without an event is read when it is sent', async () => {
  const { codes, screen, field } = await open();
  (field.element() as HTMLInputElement).value = '169279';
  await screen.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(codes).toEqual(['169279']);
  await expect.element(field).toHaveValue('169279');
});

it('The error about one code goes away when the next is typed', async () => {
  const { screen, field } = await open();
  await field.fill('169279');
  await expect.element(screen.getByRole('alert')).toHaveTextContent("That code isn't right");
  await field.fill('16927');
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
});
