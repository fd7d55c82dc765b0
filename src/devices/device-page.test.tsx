import { Route, Routes } from 'react-router-dom';
import { beforeEach, expect, it } from 'vitest';

import { serverNow } from '../api/server-clock.ts';
import { writeTokens } from '../api/tokens.ts';
import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { renderApp } from '../testing/render-app.tsx';
import { DevicesPage } from './devices-page.tsx';

const refused = { status: 400, body: { success: false } };
const gone = { status: 404, body: { success: false, error: 'Device not found' } };
const yes = { body: { success: true } };
const status = { body: { success: true, data: { isEnabled: false, enabledMethods: [] } } };
const soon = new Date(Date.now() + 3_600_000).toISOString();
const laptop = {
  id: 'd1',
  deviceName: 'Firefox on Linux',
  deviceType: 'DESKTOP',
  isTrusted: false,
  deviceFingerprint: 'f1',
  sessions: [{ id: 's1', deviceName: 'Firefox on Linux' }],
};
const trusted = { ...laptop, isTrusted: true, trustExpiresAt: soon };

/** A device that changes as the service is told to, unless `replies` come first. */
async function open(
  given: object = laptop,
  replies: Record<string, (Reply | Error)[]> = {},
  list: unknown[] = [],
  unread?: Reply,
) {
  let device: object | undefined = given;
  let failure = unread;
  const then = (route: string, next: object | undefined): (Reply | Error | (() => Reply))[] => [
    ...(replies[route] ?? []),
    () => {
      device = next;
      return yes;
    },
  ];
  const calls = fakeApi({
    'GET /devices/d1': () => failure ?? (device ? { body: { success: true, device } } : gone),
    'GET /devices': () => ({ body: { success: true, devices: list } }),
    'GET /sessions': { body: { success: true, sessions: [] } },
    'GET /mfa/status': () => status,
    'POST /devices/trust': then('trust', trusted),
    'POST /devices/d1/untrust': then('untrust', { ...laptop, sessions: [] }),
    'DELETE /devices/d1': then('remove', undefined),
  });
  const screen = await renderApp(
    <Routes>
      <Route path="/your-devices/*" element={<DevicesPage />} />
    </Routes>,
    { entry: '/your-devices/d1' },
  );
  const press = (name: string) => screen.getByRole('button', { name, exact: true }).click();
  const confirm = (name: string) =>
    screen.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
  /** What the next readings say. */
  const read = (next: object) => {
    device = next;
    failure = undefined;
  };
  const fail = () => {
    failure = { status: 500 };
  };
  return { screen, calls, press, confirm, read, fail };
}

beforeEach(() => {
  const provenAt = serverNow();
  writeTokens({ accessToken: 'a', refreshToken: 'r', tokenId: 's1', provenAt }, 'signed-in');
});

it('shows what is known of the device, with its sessions, and marks this one', async () => {
  const { screen } = await open();
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Firefox');
  await expect.element(screen.getByText('Computer')).toBeVisible();
  await expect.element(screen.getByText('Not trusted')).toBeVisible();
  const session = screen.getByRole('list', { name: 'Sessions on this device' });
  await expect.element(session.getByText('This browser')).toBeVisible();
});

it('trusts it by its fingerprint, and says until when once that has been read', async () => {
  const { screen, calls, press } = await open();
  await press('Trust this device');
  await expect.element(screen.getByText('Trusted', { exact: true })).toBeVisible();
  await expect.element(screen.getByText('Trusted until')).toBeVisible();
  expect(calls('POST /devices/trust').map(({ body }) => body)).toEqual([{ fingerprint: 'f1' }]);
});

it('offers no trust where the service gave no fingerprint, and says why', async () => {
  const { screen } = await open({ ...laptop, deviceFingerprint: null });
  await expect
    .element(screen.getByRole('button', { name: 'Trust this device' }))
    .toHaveAccessibleDescription(/You can't trust this device/);
  await expect.element(screen.getByRole('button', { name: 'Trust this device' })).toBeDisabled();
});

const lost = new TypeError('Failed to fetch');
it.each<[string, Reply | Error, string]>([
  ['the service refuses', refused, "This device still isn't trusted. The service didn't accept"],
  ['it has been removed', gone, 'This is no longer in your list.'],
  ['the service fails', { status: 500 }, "This device still isn't trusted. We couldn't reach"],
  ['no answer comes', lost, "This device still isn't trusted. We couldn't reach"],
])('says so where %s, and nothing is trusted', async (_when, reply, words) => {
  const { screen, press } = await open(laptop, { trust: [reply] });
  await press('Trust this device');
  await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  await expect.element(screen.getByText('Not trusted', { exact: true })).toBeVisible();
});

it.each(['Trust this device', 'Remove device'])(
  'does not claim to know what came of "%s" where nothing can be read afterwards',
  async (name) => {
    const { screen, press, confirm, fail } = await open(laptop, { trust: [lost], remove: [lost] }, [
      laptop,
    ]);
    await expect.element(screen.getByText('Not trusted')).toBeVisible();
    fail();
    if (name === 'Remove device') {
      await press('Remove device…');
      await confirm('Remove device');
    } else await press(name);
    await expect.element(screen.getByText(/^We couldn't tell whether that worked/)).toBeVisible();
  },
);

it('stops trusting after a question that says what follows', async () => {
  const { screen, press, confirm } = await open(trusted);
  await press('Stop trusting…');
  await expect
    .element(screen.getByRole('alertdialog'))
    .toHaveTextContent('This signs the device out.');
  await confirm('Stop trusting');
  await expect.element(screen.getByText('Not trusted')).toBeVisible();
  await expect.element(screen.getByText('Nobody is signed in on this device.')).toBeVisible();
  await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument();
});

it('closes the question for good where the answer was lost but it is no longer trusted', async () => {
  const { screen, press, confirm, read } = await open(trusted, { untrust: [lost] });
  await press('Stop trusting…');
  await expect.element(screen.getByRole('alertdialog')).toBeVisible();
  read(laptop);
  await confirm('Stop trusting');
  await expect.element(screen.getByText('Not trusted')).toBeVisible();
  await press('Trust this device');
  await expect.element(screen.getByText('Not trusted')).not.toBeInTheDocument();
  await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument();
});

it('says in the question why it failed, and says it no more in the next one', async () => {
  const wait = { status: 429, body: { success: false }, headers: { 'Retry-After': '90' } };
  const { screen, press, confirm } = await open(laptop, { remove: [refused, wait] }, [laptop]);
  await press('Remove device…');
  await confirm('Remove device');
  const alert = screen.getByRole('alertdialog').getByRole('alert');
  await expect
    .element(alert)
    .toHaveTextContent("This device wasn't removed. The service didn't accept this.");
  await confirm('Remove device');
  await expect.element(alert).toHaveTextContent(/Too many attempts\. Try again in 1:/);
  await confirm('Cancel');
  await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument();
  await press('Remove device…');
  await expect.element(screen.getByRole('alertdialog')).toBeVisible();
  await expect.element(alert).not.toBeInTheDocument();
});

it('leads to the list once the removed device is no longer in it', async () => {
  const { screen, calls, press, confirm } = await open();
  await press('Remove device…');
  await confirm('Remove device');
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Devices');
  await expect.element(screen.getByText('Firefox on Linux was removed.')).toBeInTheDocument();
  await expect.element(screen.getByText('No devices are listed.')).toBeVisible();
  expect(calls('GET /devices')).toHaveLength(1);
});

it('asks for a proof before the question, and asks no question where it is declined', async () => {
  writeTokens({ accessToken: 'a', refreshToken: 'r' }, 'signed-in');
  const { screen, press } = await open(trusted);
  await press('Stop trusting…');
  const proof = screen.getByRole('dialog', { name: "Confirm it's you" });
  await expect.element(proof).toHaveTextContent('to stop trusting this device');
  await proof.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(proof).not.toBeInTheDocument();
  await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument();
});

it('says that a device has gone, and offers no second try', async () => {
  const { screen } = await open(laptop, {}, [], gone);
  await expect.element(screen.getByRole('alert')).toHaveTextContent('no longer in your list');
  await expect.element(screen.getByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  await expect.element(screen.getByRole('link', { name: 'All devices' })).toBeVisible();
});

it('tries again where it could not be read', async () => {
  const { screen, press, read } = await open(laptop, {}, [], refused);
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent("We couldn't load this device.");
  read(laptop);
  await press('Try again');
  await expect.element(screen.getByText('Not trusted')).toBeVisible();
});
