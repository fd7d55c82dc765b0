import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refreshTokens, sessions, users } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { Person, password } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const rowsOf = (person: Person) =>
  backend.database.select().from(sessions).where(eq(sessions.userId, person.id));

/** Someone whose authenticator app is on, in a session that has passed the second step. */
async function steppedUp() {
  const owner = await Person.signedIn(backend);
  const { secret } = await owner.setUpAuthenticator();
  const code = () => currentTotpCode(secret, backend.now());
  backend.advance(30_000);
  return { owner, code };
}

it.each([
  ['Bearer $', 200],
  ['bearer $', 200],
  ['Basic Bearer $', 401],
  ['Bearer $ $', 401],
  ['Bearer  $', 401],
  ['$', 401],
])('[B4] The header "Authorization: %s" is a %i', async (header, status) => {
  const { accessToken } = await Person.signedIn(backend);
  const headers = { Authorization: header.replaceAll('$', accessToken) };
  expect((await send(backend, 'GET /mfa/status', { headers })).status).toBe(status);
});

it('[B13] A session is over when its row says so, whatever its tokens say', async () => {
  const person = await Person.signedIn(backend);
  const endAt = (expiresAt: number) =>
    backend.database.update(sessions).set({ expiresAt }).where(eq(sessions.userId, person.id));
  await endAt(backend.now() + 1);
  expect((await person.get('/mfa/status')).status).toBe(200);
  await endAt(backend.now());
  expect((await person.get('/mfa/status')).status).toBe(401);
  expect((await person.refresh()).status).toBe(401);
});

it('When an account is closed its sessions are over at once, and nobody signs in to it', async () => {
  const person = await Person.signedIn(backend);
  await backend.database.update(users).set({ isActive: false }).where(eq(users.id, person.id));
  expect((await person.get('/mfa/status')).status).toBe(401);
  expect((await person.refresh()).status).toBe(401);
  const body = { email: person.email, password };
  const { status, body: answer } = await send(backend, 'POST /user/login', { body });
  expect([status, answer.error_code]).toEqual([401, 'USER_INACTIVE']);
});

it('A session that waits for its second step has no proof, and lasts an hour', async () => {
  const { owner } = await steppedUp();
  const waits = await owner.signIn();
  const now = backend.now();
  const rows = await rowsOf(waits);
  expect(rows.find(({ isVerified }) => !isVerified)).toMatchObject({
    provenAt: 0,
    expiresAt: now + hour,
  });
});

it('[B6, B13] The second step makes a session last 30 days; passing it again does not lengthen it', async () => {
  const { owner, code } = await steppedUp();
  const person = await owner.signIn();
  await owner.post('/user/logout', { refresh_token: owner.refreshToken });
  const passedAt = backend.now();
  await person.passSecondStep(code());
  const proven = { isVerified: true, provenAt: passedAt, expiresAt: passedAt + 30 * day };
  expect(await rowsOf(person)).toMatchObject([proven]);
  backend.advance(20 * minute);
  await person.passSecondStep(code());
  expect(await rowsOf(person)).toMatchObject([{ ...proven, provenAt: backend.now() }]);
});

it('[B13] Tokens expire no later than their session', async () => {
  const person = await Person.signedIn(backend);
  const end = backend.now() + 30 * day;
  for (let days = 0; days < 29; days += 1) {
    backend.advance(day);
    expect(await person.renew()).toBe(hour);
  }
  backend.advance(day - 20 * minute);
  expect(await person.renew()).toBe(20 * minute);
  const [session] = await rowsOf(person);
  const tokens = await backend.database
    .select()
    .from(refreshTokens)
    .where(eq(refreshTokens.sessionId, session?.id ?? ''));
  expect(tokens).toHaveLength(31);
  expect(Math.max(...tokens.map(({ expiresAt }) => expiresAt))).toBe(end);
});

it('Signing in deletes the account’s sessions that have ended, and no others', async () => {
  const [person, other] = [await Person.signedIn(backend), await Person.signedIn(backend)];
  const [unused, second] = [await person.signIn(), await person.signIn()];
  backend.advance(6 * day);
  await second.renew();
  backend.advance(day);
  await person.signIn();
  // Nobody can refresh the first two any more.
  expect(await rowsOf(person)).toHaveLength(2);
  expect((await second.refresh()).status).toBe(200);
  expect((await unused.refresh()).status).toBe(401);
  expect(await rowsOf(other)).toHaveLength(1);
});

it('[B8] A refresh token used before a step-up still ends the session when it is used again', async () => {
  const { owner, code } = await steppedUp();
  const thief = owner.copy();
  await owner.renew();
  await owner.passSecondStep(code());
  expect(await owner.profileStatus()).toBe(200);
  expect((await thief.refresh()).status).toBe(401);
  expect(await owner.profileStatus()).toBe(401);
});

// PGlite has one connection, so that nothing ever waits there.
it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
  '[B8] A refresh that meets the second step of its session does not end it',
  async () => {
    const person = await Person.signedIn(backend);
    const id = (await rowsOf(person))[0]?.id ?? '';
    const [refreshing] = await backend.database.transaction(async (tx) => {
      // What the second step does: it locks the session, and lets the refresh token go.
      await tx.select().from(sessions).where(eq(sessions.id, id)).for('update');
      const reply = person.refresh();
      let waiting = 0;
      while (waiting === 0) waiting = await countWaiting(tx);
      await tx.delete(refreshTokens).where(eq(refreshTokens.sessionId, id));
      return [reply];
    });
    expect((await refreshing)?.status).toBe(401);
    expect(await person.profileStatus()).toBe(200);
  },
);
