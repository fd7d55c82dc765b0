import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const rounds = Array.from({ length: 5 }, (_, index) => index + 1);
const count = (statuses: number[], status: number) =>
  statuses.filter((each) => each === status).length;

it.each(rounds)('[B8, B14] Of two sessions that revoke each other, one stays (%i)', async () => {
  const one = await Person.signedIn(backend);
  const other = await one.signIn();
  const [oneId, otherId] = [await one.sessionId(), await other.sessionId()];
  const replies = await Promise.all([
    one.post(`/sessions/${otherId}/revoke`),
    other.post(`/sessions/${oneId}/revoke`),
  ]);
  const statuses = replies.map(({ status }) => status);
  expect([count(statuses, 200), count(statuses, 401)]).toEqual([1, 1]);
  expect(count([await one.profileStatus(), await other.profileStatus()], 200)).toBe(1);
});

it.each(rounds)('[B8, B14] Of two devices that remove each other, one stays (%i)', async () => {
  const account = await Person.create(backend);
  const sessions = [];
  for (let made = 0; made < 2; made += 1)
    sessions.push(await account.signIn({ deviceInfo: { deviceId: newDeviceId() } }));
  const replies = await Promise.all(
    sessions.map(async (session) => {
      const other = (await session.devices()).find(({ isCurrent }) => isCurrent !== true);
      return session.send(`DELETE /devices/${other?.id ?? ''}`);
    }),
  );
  const statuses = replies.map(({ status }) => status);
  // The second may find its session over while it still looks for the other device.
  expect(count(statuses, 200)).toBe(1);
  expect(statuses.every((status) => [200, 401, 404].includes(status))).toBe(true);
  const open = [];
  for (const session of sessions) open.push(await session.profileStatus());
  expect(count(open, 200)).toBe(1);
});

it.each(rounds)(
  '[B8] A session revoked while it refreshes is over, with its new tokens (%i)',
  async () => {
    const one = await Person.signedIn(backend);
    const other = await one.signIn();
    const id = await other.sessionId();
    const [refreshed, revoked] = await Promise.all([
      other.refresh(),
      one.post(`/sessions/${id}/revoke`),
    ]);
    expect(revoked.status).toBe(200);
    expect([200, 401]).toContain(refreshed.status);
    if (refreshed.status === 200) other.takeFrom(refreshed);
    expect([await other.profileStatus(), (await other.refresh()).status]).toEqual([401, 401]);
    expect(await one.profileStatus()).toBe(200);
  },
);

it.each(rounds)(
  '[B8, B14] A device removed while it is used is gone with its session (%i)',
  async () => {
    const account = await Person.create(backend);
    const owner = await account.signIn();
    const used = await account.signIn({ deviceInfo: { deviceId: newDeviceId() } });
    const [device] = await used.devices();
    const ownId = await used.sessionId();
    const replies = await Promise.all([
      used.post(`/sessions/${ownId}/heartbeat`),
      owner.send(`DELETE /devices/${device?.id ?? ''}`),
      used.refresh(),
      used.get('/sessions'),
    ]);
    expect(replies[1].status).toBe(200);
    expect(replies.every(({ status }) => [200, 401].includes(status))).toBe(true);
    if (replies[2].status === 200) used.takeFrom(replies[2]);
    expect([await used.profileStatus(), (await used.refresh()).status]).toEqual([401, 401]);
    expect(await owner.devices()).toEqual([]);
  },
);

it('[B8] Revoking all while somebody signs in leaves that one or nobody', async () => {
  const person = await Person.signedIn(backend);
  const [revoked, late] = await Promise.all([person.post('/sessions/revoke-all'), person.signIn()]);
  expect([revoked.status, await person.profileStatus()]).toEqual([200, 401]);
  expect([200, 401]).toContain(await late.profileStatus());
});
