import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessions, signIns } from '../database/schema.ts';
import { startSession } from '../session/sessions.ts';
import { deriveKeys } from '../crypto/keys.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import type { Services } from '../services.ts';
import { Person } from '../testing/person.ts';
import { appUrl, startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const uuid: unknown = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const firefox = { deviceType: 'DESKTOP', os: 'Windows', browser: 'Firefox' } as const;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const iso = (time: number) => new Date(time).toISOString();

it('The list says of each session where it is, since when, how it was signed in to and until when', async () => {
  const person = await Person.create(backend);
  const session = await person.signIn({ deviceInfo: firefox, source: '203.0.113.9' });
  const startedAt = backend.now();
  backend.advance(2 * hour);
  await session.renew();
  const { status, body } = await session.get('/sessions');
  expect(status).toBe(200);
  expect(body).toEqual({
    success: true,
    sessions: [
      {
        id: uuid,
        deviceName: 'Firefox on Windows',
        ipAddress: '203.0.113.0/24',
        startedAt: iso(startedAt),
        lastActivity: iso(backend.now()),
        expiresAt: iso(backend.now() + 7 * day),
        loginMethod: 'PASSWORD',
        isCurrent: true,
      },
    ],
  });
});

it('Where nothing is known about a session, nothing is said', async () => {
  const person = await Person.signedIn(backend);
  const { body } = await person.get('/sessions');
  const [only] = v.parse(v.array(v.looseObject({})), body['sessions']);
  expect(only).not.toHaveProperty('deviceName');
  expect(only).not.toHaveProperty('ipAddress');
});

it("A session's id is the tokenId that sign-in gave", async () => {
  const person = await Person.create(backend);
  const [row] = await person
    .signIn()
    .then(() => backend.database.select().from(sessions).where(eq(sessions.userId, person.id)));
  expect((await (await person.signIn()).sessions()).map(({ id }) => id)).toContain(row?.id);
});

it('How a session was signed in to says what came after the password, and what is still to come', async () => {
  const owner = await Person.signedIn(backend);
  const { secret } = await owner.setUpAuthenticator();
  await owner.setUpMagicLink();
  backend.advance(minute);
  const [withCode, withLink] = [await owner.signIn(), await owner.signIn()];
  await owner.signIn();
  await withCode.passSecondStep(currentTotpCode(secret, backend.now()));
  await withLink.post('/mfa/magic-link/send');
  const link = { mfaType: 'MAGIC_LINK', token: withLink.newestLinkToken() };
  expect((await withLink.post('/mfa/verify-login', link)).status).toBe(200);
  // A later proof is none of how it was signed in to.
  backend.advance(minute);
  await owner.passSecondStep(currentTotpCode(secret, backend.now()));
  const methods = (await owner.sessions()).map(({ loginMethod }) => loginMethod);
  expect(methods[0]).toBe('PASSWORD');
  expect(methods.at(-1)).toBe('PASSWORD+PENDING');
  expect(methods).toHaveLength(4);
  expect(methods).toContain('PASSWORD+GOOGLE_AUTH');
  expect(methods).toContain('PASSWORD+MAGIC_LINK');
});

it('The own session comes first, then those used last', async () => {
  const person = await Person.signedIn(backend);
  const [second, third] = [await person.signIn(), await person.signIn()];
  const ids = [await person.sessionId(), await second.sessionId(), await third.sessionId()];
  backend.advance(hour);
  await second.renew();
  backend.advance(hour);
  await third.renew();
  await person.renew();
  expect((await person.sessions()).map(({ id }) => id)).toEqual([ids[0], ids[2], ids[1]]);
  expect((await third.sessions()).map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
});

it('A session that nobody can refresh any more is over, and is not listed', async () => {
  const person = await Person.signedIn(backend);
  await person.signIn();
  backend.advance(6 * day);
  await person.renew();
  backend.advance(day - 1);
  await person.renew();
  expect(await person.sessions()).toHaveLength(2);
  backend.advance(1);
  expect(await person.sessions()).toHaveLength(1);
});

it('[B8] A revoked session is over at once, and so are its links and its refresh token', async () => {
  const [person, stranger] = [await Person.signedIn(backend), await Person.signedIn(backend)];
  const other = await person.signIn();
  const id = await other.sessionId();
  const { status, body } = await person.post(`/sessions/${id}/revoke`);
  expect(status).toBe(200);
  expect(body).toEqual({ success: true, message: 'Session revoked successfully' });
  expect([await other.profileStatus(), (await other.refresh()).status]).toEqual([401, 401]);
  expect([await person.profileStatus(), await stranger.profileStatus()]).toEqual([200, 200]);
  const again = await person.post(`/sessions/${id}/revoke`);
  expect([again.status, again.body.error]).toEqual([404, 'Session not found']);
});

it("[B6] The own session is revoked without a fresh proof, another one isn't", async () => {
  const person = await Person.signedIn(backend);
  const other = await person.signIn();
  backend.advance(11 * minute);
  const refused = await person.post(`/sessions/${await other.sessionId()}/revoke`);
  expect([refused.status, refused.body.error_code]).toEqual([403, 'REAUTH_REQUIRED']);
  // The same for one that there is not: a thief learns nothing.
  expect((await person.post('/sessions/none/revoke')).body.error_code).toBe('REAUTH_REQUIRED');
  expect((await person.post(`/sessions/${await person.sessionId()}/revoke`)).status).toBe(200);
  expect([await person.profileStatus(), await other.profileStatus()]).toEqual([401, 200]);
});

it('Revoking all ends every session, also the own one, and nobody else’s', async () => {
  const [person, stranger] = [await Person.signedIn(backend), await Person.signedIn(backend)];
  const other = await person.signIn();
  const { status, body } = await person.post('/sessions/revoke-all');
  expect(status).toBe(200);
  expect(body).toEqual({ success: true, message: 'All sessions revoked successfully' });
  expect([await person.profileStatus(), await other.profileStatus()]).toEqual([401, 401]);
  expect(await stranger.profileStatus()).toBe(200);
});

it('A heartbeat keeps a session for another week, and no longer than every session lasts', async () => {
  const person = await Person.signedIn(backend);
  const id = await person.sessionId();
  const end = backend.now() + 30 * day;
  const beat = async () => (await person.post(`/sessions/${id}/heartbeat`)).body;
  for (let days = 0; days < 29; days += 1) {
    backend.advance(day);
    await person.renew();
    backend.advance(minute);
    const expected = Math.min(backend.now() + 7 * day, end);
    expect(await beat()).toEqual({
      success: true,
      message: 'Session updated successfully',
      newExpiry: iso(expected),
    });
    expect((await person.sessions())[0]).toMatchObject({
      lastActivity: backend.now(),
      expiresAt: expected,
    });
  }
});

it('Activity is noted once a minute at most', async () => {
  const person = await Person.signedIn(backend);
  const id = await person.sessionId();
  const startedAt = backend.now();
  backend.advance(minute - 1);
  const { newExpiry } = (await person.post(`/sessions/${id}/heartbeat`)).body;
  await person.renew();
  expect(newExpiry).toBe(iso(startedAt + 7 * day));
  expect((await person.sessions())[0]).toMatchObject({ lastActivity: startedAt });
  backend.advance(1);
  await person.renew();
  expect((await person.sessions())[0]).toMatchObject({ lastActivity: startedAt + minute });
});

it('Reading notes no activity', async () => {
  const person = await Person.signedIn(backend);
  const startedAt = backend.now();
  backend.advance(hour - 1);
  await person.status();
  await person.get('/devices');
  expect((await person.sessions())[0]).toMatchObject({ lastActivity: startedAt });
});

it('Nobody keeps another session alive', async () => {
  const person = await Person.signedIn(backend);
  const other = await person.signIn();
  for (const id of [await other.sessionId(), 'none']) {
    const reply = await person.post(`/sessions/${id}/heartbeat`);
    expect([reply.status, reply.body.error]).toEqual([404, 'Session not found or expired']);
  }
});

it('Beyond a hundred sessions, the one that was used longest ago ends; those that wait push nobody out', async () => {
  const person = await Person.signedIn(backend);
  const services = {
    keys: deriveKeys(backend.secretKey),
    now: backend.now,
    appUrl,
  } as Services;
  const start = (isVerified: boolean) =>
    startSession(services, backend.database, person.id, isVerified);
  const { tokenId: oldest } = await start(true);
  backend.advance(1);
  for (let count = 0; count < 98; count += 1) await start(true);
  for (let count = 0; count < 3; count += 1) await start(false);
  await person.renew();
  expect(await person.sessions()).toHaveLength(100);
  backend.advance(minute);
  await person.renew();
  await start(true);
  const open = await person.sessions();
  expect(open).toHaveLength(100);
  expect(open.map(({ id }) => id)).not.toContain(oldest);
  expect(open.every(({ loginMethod }) => loginMethod === 'PASSWORD')).toBe(true);
  expect(await backend.database.$count(signIns, eq(signIns.sessionId, oldest))).toBe(0);
});
