import { Route, Routes } from 'react-router-dom';
import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { provideProof } from '../api/step-up.ts';
import { writeTokens } from '../api/tokens.ts';
import { ceremonyError } from '../passkey/ceremony-error.ts';
import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { DevicesPage } from './devices-page.tsx';

const time = '2026-11-25T12:00:00.000Z';
const session = (id: string, deviceName: string) => ({
  id,
  deviceName,
  location: 'Berlin, Germany',
  startedAt: time,
  lastActivity: time,
  expiresAt: time,
  loginMethod: 'PASSWORD+PASSKEY',
});
const mine = session('mine', 'Firefox on Linux');
const phone = session('phone', 'Safari on iOS');
const stranger = session('stranger', 'Chrome on Windows');
const done = { success: true };

/** Sessions that end when they are revoked, unless `refuse` names them. */
function fakeSessions(refuse: Record<string, Reply> = {}) {
  let open = [mine, phone, stranger];
  const revoke = (id: string) => () => {
    if (refuse[id]) return refuse[id];
    open = open.filter((each) => each.id !== id);
    return { body: done };
  };
  return fakeApi({
    'GET /sessions': () => ({ body: { success: true, sessions: open } }),
    'GET /devices': { body: { success: true, devices: [] } },
    'GET /mfa/status': {
      body: { success: true, data: { isEnabled: false, enabledMethods: [] } },
    },
    'POST /sessions/phone/revoke': revoke('phone'),
    'POST /sessions/stranger/revoke': revoke('stranger'),
    'POST /sessions/revoke-all': () => {
      open = [];
      return { body: done };
    },
  });
}

const renderDevices = () =>
  renderApp(
    <Routes>
      <Route path="/your-devices/*" element={<DevicesPage />} />
      <Route path="/not-me" element={<DevicesPage isNotMe />} />
    </Routes>,
    { entry: '/your-devices' },
  );

beforeEach(() => {
  const tokens = { accessToken: 'a', refreshToken: 'r', tokenId: 'mine', provenAt: Date.now() };
  writeTokens(tokens, 'signed-in');
});

it('marks this session and puts it first, and offers to end the others', async () => {
  fakeSessions();
  const screen = await renderDevices();
  const list = screen.getByRole('list', { name: 'Sessions' });
  await expect.element(list.getByRole('heading').first()).toHaveTextContent('Firefox on Linux');
  await expect.element(screen.getByText('This browser')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Sign out Safari on iOS' }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Sign out Firefox on Linux' }))
    .not.toBeInTheDocument();
});

it('says nothing about this session where nobody knows which it is', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  fakeSessions();
  const screen = await renderDevices();
  await expect.element(screen.getByRole('heading', { name: 'Firefox on Linux' })).toBeVisible();
  await expect.element(screen.getByText('This browser')).not.toBeInTheDocument();
  await expect
    .element(screen.getByRole('button', { name: 'Sign out everywhere else' }))
    .not.toBeInTheDocument();
});

it('says how many ended, and which one did not and why, and goes on after a failure', async () => {
  const calls = fakeSessions({ phone: { status: 500, body: { success: false } } });
  const screen = await renderDevices();
  await screen.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect.element(screen.getByText('1 session was signed out.')).toBeVisible();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('Still signed in: Safari on iOS. We');
  expect(calls('POST /sessions/stranger/revoke')).toHaveLength(1);
  expect(calls('POST /sessions/revoke-all')).toHaveLength(0);
});

it('does not claim that a session ended which the refetched list still has', async () => {
  fakeSessions({ phone: { body: done } });
  const screen = await renderDevices();
  await screen.getByRole('button', { name: 'Sign out Safari on iOS' }).click();
  await expect
    .element(screen.getByText("The service accepted this but doesn't show it yet."))
    .toBeVisible();
  await expect.element(screen.getByText('Safari on iOS was signed out.')).not.toBeInTheDocument();
});

it('takes a session that has ended meanwhile as ended', async () => {
  const calls = fakeSessions();
  const reads = () => [calls('GET /sessions').length, calls('GET /devices').length];
  const screen = await renderDevices();
  const button = screen.getByRole('button', { name: 'Sign out Chrome on Windows' });
  await expect.element(button).toBeVisible();
  await expect.element(screen.getByText('No devices are listed.')).toBeVisible();
  const before = reads();
  await button.click();
  await expect.element(screen.getByText('Chrome on Windows was signed out.')).toBeInTheDocument();
  await expect.element(screen.getByRole('heading', { name: 'Sessions' })).toHaveFocus();
  await expect.poll(reads).toEqual(before.map((count) => count + 1));
  expect(calls('POST /sessions/phone/revoke')).toHaveLength(0);
});

it('stops at once, and nothing is changed, when the person declines the proof', async () => {
  onTestFinished(provideProof(() => Promise.reject(ceremonyError('cancelled'))));
  const refused = { status: 403, body: { success: false, error_code: 'REAUTH_REQUIRED' } };
  const calls = fakeSessions({ phone: refused, stranger: refused });
  const screen = await renderDevices();
  await screen.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect.element(screen.getByText(/^Canceled. Nothing changed/)).toBeVisible();
  const asked = ['phone', 'stranger'].flatMap((id) => calls(`POST /sessions/${id}/revoke`));
  expect(asked).toHaveLength(1);
});

it('asks for a proof before the question whether to sign out everywhere, not after it', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r', tokenId: 'mine' }, 'signed-in');
  const calls = fakeSessions();
  const screen = await renderDevices();
  await screen.getByRole('button', { name: 'Sign out everywhere…' }).click();
  const proof = screen.getByRole('dialog', { name: "Confirm it's you" });
  await expect.element(proof).toHaveTextContent('to sign out everywhere');
  const question = screen.getByRole('alertdialog', { name: 'Sign out everywhere?' });
  await expect.element(question).not.toBeInTheDocument();
  writeTokens({ accessToken: 'b', refreshToken: 's', provenAt: Date.now() }, 'verified');
  await expect.element(question).toHaveTextContent('This ends every session, including this one.');
  expect(calls('POST /sessions/revoke-all')).toHaveLength(0);
  await question.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect.poll(() => calls('POST /sessions/revoke-all')).toHaveLength(1);
});

it('counts what could not be read', async () => {
  fakeApi({
    'GET /sessions': { body: { success: true, sessions: [mine, { nonsense: true }] } },
    'GET /devices': { body: { success: true, devices: [{}, 5] } },
  });
  const screen = await renderDevices();
  await expect
    .element(screen.getByText("1 session isn't shown because we couldn't read its details."))
    .toBeVisible();
  await expect
    .element(screen.getByText("2 devices aren't shown because we couldn't read their details."))
    .toBeVisible();
});
