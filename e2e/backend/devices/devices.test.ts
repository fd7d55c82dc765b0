import * as v from 'valibot';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deviceAnswer } from '../../../src/api/contract-devices.ts';
import { knownDevices } from '../database/schema.ts';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const uuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const iso = (time: number) => new Date(time).toISOString();
const firefox = () => ({
  deviceId: newDeviceId(),
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0',
});
const phone = () => ({ deviceId: newDeviceId(), deviceType: 'MOBILE', os: 'iOS' }) as const;

/** Someone signed in on a laptop and on a phone. */
async function onTwo() {
  const account = await Person.create(backend);
  const laptop = await account.signIn({ deviceInfo: firefox(), source: '203.0.113.9' });
  backend.advance(minute);
  const mobile = await account.signIn({ deviceInfo: phone() });
  const [phoneDevice, laptopDevice] = await laptop.devices();
  return { laptop, mobile, laptopId: laptopDevice!.id, phoneId: phoneDevice!.id };
}

async function details(person: Person, id: string) {
  const reply = await person.get(`/devices/${id}`);
  return v.parse(deviceAnswer, reply.body);
}

it('The list says of each device what it is, and since when and until when it was used', async () => {
  const createdAt = backend.now();
  const { laptop } = await onTwo();
  const seenAt = backend.now();
  backend.advance(10 * minute);
  await laptop.renew();
  const { status, body } = await laptop.get('/devices');
  expect(status).toBe(200);
  expect(body).toEqual({
    success: true,
    devices: [
      {
        id: uuid,
        deviceName: 'iOS',
        deviceType: 'MOBILE',
        os: 'iOS',
        browser: 'Unknown',
        isTrusted: false,
        trustLevel: 'UNKNOWN',
        lastSeen: iso(seenAt),
        createdAt: iso(seenAt),
        isCurrent: false,
      },
      {
        id: uuid,
        deviceName: 'Firefox on Windows',
        deviceType: 'DESKTOP',
        os: 'Windows',
        browser: 'Firefox',
        ipAddress: '203.0.113.0/24',
        isTrusted: false,
        trustLevel: 'UNKNOWN',
        lastSeen: iso(backend.now()),
        createdAt: iso(createdAt),
        isCurrent: true,
      },
    ],
  });
});

it('The details add the user agent, a fingerprint and the sessions of this device only', async () => {
  const account = await Person.create(backend);
  const deviceInfo = firefox();
  const laptop = await account.signIn({ deviceInfo });
  const again = await account.signIn({ deviceInfo });
  await account.signIn({ deviceInfo: phone() });
  const device = (await laptop.devices()).find(({ isCurrent }) => isCurrent);
  const { body } = await laptop.get(`/devices/${device!.id}`);
  const found = await details(laptop, device!.id);
  expect(found).toMatchObject({ ...device, userAgent: deviceInfo.userAgent });
  expect(found.sessions.entries.map(({ id }) => id)).toEqual([
    await laptop.sessionId(),
    await again.sessionId(),
  ]);
  expect(found.deviceFingerprint).toMatch(/^[\w-]{43}$/);
  const said = JSON.stringify(body);
  expect(said).not.toContain(deviceInfo.deviceId);
  const [row] = await backend.database
    .select()
    .from(knownDevices)
    .where(eq(knownDevices.id, device!.id));
  expect(said).not.toContain(row?.hash);
  expect(found.deviceFingerprint).not.toBe(device!.id);
});

it('The same browser is one device, and another account in it sees its own', async () => {
  const [one, other] = [await Person.create(backend), await Person.create(backend)];
  const deviceInfo = firefox();
  await one.signIn({ deviceInfo });
  const [again, neighbour] = [await one.signIn({ deviceInfo }), await other.signIn({ deviceInfo })];
  const [mine, theirs] = [await again.devices(), await neighbour.devices()];
  expect([mine.length, theirs.length]).toEqual([1, 1]);
  expect(mine[0]!.id).not.toBe(theirs[0]!.id);
  const fingerprints = [
    (await details(again, mine[0]!.id)).deviceFingerprint,
    (await details(neighbour, theirs[0]!.id)).deviceFingerprint,
  ];
  expect(fingerprints[0]).not.toBe(fingerprints[1]);
});

it('A browser that sends no identifier is no device, however often it signs in', async () => {
  const account = await Person.create(backend);
  const { userAgent } = firefox();
  await account.signIn({ deviceInfo: { userAgent } });
  const session = await account.signIn({ deviceInfo: { userAgent, deviceId: 'short' } });
  expect(await session.devices()).toEqual([]);
  expect((await session.sessions()).map(({ deviceName }) => deviceName)).toEqual([
    'Firefox on Windows',
    'Firefox on Windows',
  ]);
});

it('Whoever knows only the password makes no device known', async () => {
  const owner = await Person.signedIn(backend);
  await owner.setUpAuthenticator();
  await owner.signIn({ deviceInfo: phone() });
  expect(await owner.devices()).toEqual([]);
});

it('A device is trusted for 30 days, by the fingerprint and not by the id; its owner gets a mail', async () => {
  const { laptop, phoneId } = await onTwo();
  const wrong = await laptop.post('/devices/trust', { fingerprint: phoneId });
  expect([wrong.status, wrong.body.error]).toEqual([404, 'Device not found']);
  const { deviceFingerprint: fingerprint } = await details(laptop, phoneId);
  const until = backend.now() + 30 * day;
  const { status, body } = await laptop.post('/devices/trust', { fingerprint });
  expect(status).toBe(200);
  expect(body).toEqual({
    success: true,
    message: 'Device trusted successfully',
    trustExpiresAt: iso(until),
  });
  expect(laptop.subjects()).toEqual(['A device is now trusted']);
  expect(await details(laptop, phoneId)).toMatchObject({
    isTrusted: true,
    trustLevel: 'HIGH',
    trustExpiresAt: until,
  });
});

it('Trust lapses, and does not spare the second step', async () => {
  const account = await Person.create(backend);
  const deviceInfo = firefox();
  const laptop = await account.signIn({ deviceInfo });
  const [device] = await laptop.devices();
  const { deviceFingerprint: fingerprint } = await details(laptop, device!.id);
  await laptop.post('/devices/trust', { fingerprint });
  await laptop.setUpAuthenticator();
  const limited = await account.signIn({ deviceInfo });
  expect((await limited.status()).sessionVerified).toBe(false);
  await backend.database
    .update(knownDevices)
    .set({ trustedUntil: backend.now() })
    .where(eq(knownDevices.userId, account.id));
  const [lapsed] = await laptop.devices();
  expect(lapsed).toMatchObject({ isTrusted: false, trustLevel: 'UNKNOWN' });
  expect(lapsed!.trustExpiresAt).toBeUndefined();
});

it('A device that is trusted no more is still known, but its sessions have ended', async () => {
  const { laptop, mobile, phoneId } = await onTwo();
  const { deviceFingerprint: fingerprint } = await details(laptop, phoneId);
  await laptop.post('/devices/trust', { fingerprint });
  const { status, body } = await laptop.post(`/devices/${phoneId}/untrust`);
  expect(status).toBe(200);
  expect(body).toEqual({ success: true, message: 'Device untrusted successfully' });
  expect(await details(laptop, phoneId)).toMatchObject({
    isTrusted: false,
    sessions: { entries: [] },
  });
  expect([await laptop.profileStatus(), await mobile.profileStatus()]).toEqual([200, 401]);
});

it('A removed device is forgotten, and its sessions have ended', async () => {
  const { laptop, mobile, phoneId } = await onTwo();
  const { status, body } = await laptop.send(`DELETE /devices/${phoneId}`);
  expect(status).toBe(200);
  expect(body).toEqual({ success: true, message: 'Device removed successfully' });
  expect((await laptop.devices()).map(({ id }) => id)).not.toContain(phoneId);
  expect([await laptop.profileStatus(), await mobile.profileStatus()]).toEqual([200, 401]);
  expect((await mobile.refresh()).status).toBe(401);
});

it.each(['untrust', 'remove'])('To %s the device in use ends the own session too', async (what) => {
  const { laptop, mobile, laptopId } = await onTwo();
  const call =
    what === 'remove' ? `DELETE /devices/${laptopId}` : `POST /devices/${laptopId}/untrust`;
  expect((await laptop.send(call)).status).toBe(200);
  expect([await laptop.profileStatus(), await mobile.profileStatus()]).toEqual([401, 200]);
});

it('A session that waits for its second step in a removed device ends with it', async () => {
  const account = await Person.create(backend);
  const deviceInfo = phone();
  await account.signIn({ deviceInfo });
  const owner = await account.signIn();
  await owner.setUpAuthenticator();
  const waiting = await account.signIn({ deviceInfo });
  const [device] = await owner.devices();
  await owner.send(`DELETE /devices/${device!.id}`);
  expect((await waiting.get('/mfa/status')).status).toBe(401);
});

it('A device that is gone is a 404 in the words of the contract', async () => {
  const { laptop } = await onTwo();
  for (const call of ['GET /devices/none', 'POST /devices/none/untrust', 'DELETE /devices/none']) {
    const { status, body } = await laptop.send(call);
    expect([status, body]).toEqual([404, { success: false, error: 'Device not found' }]);
  }
});

it('Each reader gets the names of devices in their language, and a name of their own as it is', async () => {
  const account = await Person.create(backend);
  const system = { browser: 'Firefox', os: 'Windows' };
  await account.signIn({ deviceInfo: { deviceId: newDeviceId(), name: 'Das on von Ada' } });
  const laptop = await account.signIn({ deviceInfo: { deviceId: newDeviceId(), ...system } });
  const names = async (language: string) => {
    laptop.language = language;
    const listed = [await laptop.devices(), await laptop.sessions()];
    return listed.map((entries) => new Set(entries.map(({ deviceName }) => deviceName)));
  };
  for (const [language, named] of [
    ['en', 'Firefox on Windows'],
    ['de', 'Firefox unter Windows'],
    ['ar', '\u2068Firefox\u2069 على \u2068Windows\u2069'],
    ['tlh', 'Firefox on Windows'],
  ] as const) {
    const both = new Set(['Das on von Ada', named]);
    expect(await names(language)).toEqual([both, both]);
  }
});
