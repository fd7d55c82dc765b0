import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tokensAnswer } from '../../../src/api/contract.ts';
import { refreshTokens, sessions, users } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { Person, password } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { insertUser } from '../account/create-user.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
  await insertUser(backend.database, { email: 'no-password@example.com' }, null);
});
afterAll(() => backend.close());

const login = (email: string, password: string) =>
  send(backend, 'POST /user/login', { body: { email, password } });

it('Signing in returns tokens for an hour and the user’s data', async () => {
  const person = await Person.create(backend, { name: 'Grace' });
  const { status, body } = await login(` ${person.email.toUpperCase()}`, password);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    expiresAt: backend.now() + hour,
    user: { id: person.id, email: person.email, name: 'Grace', orgId: null, orgRole: 0 },
  });
});

it('A person signs in with a password whose accents their keyboard writes another way', async () => {
  const email = 'accents@example.com';
  await backend.createUser({ email, password: 'mañana mañana'.normalize('NFC') });
  expect((await login(email, 'mañana mañana'.normalize('NFD'))).status).toBe(200);
});

it('[B11] A wrong password and an unknown address get the same answer', async () => {
  const person = await Person.create(backend);
  const [known, unknown] = [
    await login(person.email, 'wrong'),
    await login('nobody@example.com', 'wrong'),
  ];
  expect(known.status).toBe(401);
  expect(known.body).toEqual({
    success: false,
    error: 'Invalid email or password',
    error_code: 'INVALID_PASSWORD',
  });
  expect(unknown.status).toBe(known.status);
  expect(unknown.body).toEqual(known.body);
});

it('[B11] An account without a password gets the answer of a wrong one', async () => {
  const { status, body } = await login('no-password@example.com', 'any');
  expect([status, body.error_code]).toEqual([401, 'INVALID_PASSWORD']);
});

it('[B11] Only the right password reveals that an account is inactive', async () => {
  const person = await Person.create(backend);
  await backend.database.update(users).set({ isActive: false }).where(eq(users.id, person.id));
  const codes = [];
  for (const typed of ['wrong', password]) {
    const { status, body } = await login(person.email, typed);
    codes.push([status, body.error_code]);
  }
  expect(codes).toEqual([
    [401, 'INVALID_PASSWORD'],
    [401, 'USER_INACTIVE'],
  ]);
});

it.each([
  ['An unknown address', 'nobody-at-all@example.com', 'wrong'],
  ['An account without a password', 'no-password@example.com', 'wrong'],
  ['A password of 60 kB', 'a-known-one@example.com', 'x'.repeat(60_000)],
])('[B11] %s takes as long as a wrong password', async (_what, address, typed) => {
  const person = await Person.create(backend);
  const timed = async (...credentials: [string, string]) => {
    const start = performance.now();
    expect((await login(...credentials)).body.error_code).toBe('INVALID_PASSWORD');
    return performance.now() - start;
  };
  const [known, other]: [number[], number[]] = [[], []];
  // The fastest of each: what is left is the work, which without the hash is a tenth of it. On a busy
  // machine it takes many tries before one is not held up.
  const isAsSlow = () => Math.min(...other) > Math.min(...known) / 2;
  for (let tries = 0; tries < 50 && (tries < 5 || !isAsSlow()); tries += 1) {
    known.push(await timed(person.email, 'wrong'));
    other.push(await timed(address, typed));
    // So that no try is one too many.
    backend.advance(15 * 60_000);
  }
  expect(Math.min(...other)).toBeGreaterThan(Math.min(...known) / 2);
});

it.each(['known', 'unknown'])(
  '[B11] Passwords for a %s address may be guessed ten times in 15 minutes',
  async (kind) => {
    const person = await Person.create(backend);
    const email = kind === 'known' ? person.email : `un${person.email}`;
    const replies = await Promise.all(Array.from({ length: 30 }, () => login(email, 'wrong')));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(10);
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.headers.get('Retry-After')).toBe('900');
    backend.advance(15 * 60_000);
    expect((await login(email, 'wrong')).status).toBe(401);
  },
);

it('[B10] Passwords are stored as argon2id, and tokens as hashes', async () => {
  const person = await Person.signedIn(backend);
  const rows = await backend.database.select().from(users);
  for (const { passwordHash } of rows.filter(({ email }) => email !== 'no-password@example.com'))
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$/);
  const tokens = JSON.stringify([
    await backend.database.select().from(refreshTokens),
    await backend.database.select().from(sessions),
  ]);
  expect(tokens).not.toContain(person.refreshToken);
});

it.each(['refresh_token', 'refreshToken'])('A refresh token is accepted as %s', async (field) => {
  const person = await Person.signedIn(backend);
  const reply = await send(backend, 'POST /user/refresh', {
    body: { [field]: person.refreshToken },
  });
  expect(reply.status).toBe(200);
  expect(v.is(tokensAnswer, reply.body)).toBe(true);
});

it('[B8] A refresh token works once, and using it again ends the session', async () => {
  const person = await Person.signedIn(backend);
  const thief = person.copy();
  await person.renew();
  expect(await person.profileStatus()).toBe(200);
  expect((await thief.refresh()).status).toBe(401);
  expect(await person.profileStatus()).toBe(401);
  expect((await person.refresh()).status).toBe(401);
});

it('[B8] Only one of 20 concurrent refreshes with one token succeeds, and the session ends', async () => {
  const person = await Person.signedIn(backend);
  const replies = await Promise.all(Array.from({ length: 20 }, () => person.refresh()));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await person.profileStatus()).toBe(401);
});

it('[B8] Refreshing does not turn a limited session into a verified one', async () => {
  const owner = await Person.signedIn(backend);
  await owner.setUpAuthenticator();
  const limited = await owner.signIn();
  await limited.renew();
  expect((await limited.get('/user/profile')).body.error_code).toBe('MFA_REQUIRED');
});

it('[GHSA-4qvm-r4pr-v3wg] A token from before the second step stays limited after it', async () => {
  const owner = await Person.signedIn(backend);
  const { secret } = await owner.setUpAuthenticator();
  backend.advance(30_000);
  const person = await owner.signIn();
  const old = person.copy();
  await person.passSecondStep(currentTotpCode(secret, backend.now()));
  expect(await person.profileStatus()).toBe(200);
  expect((await old.get('/user/profile')).body.error_code).toBe('MFA_REQUIRED');
  expect((await old.refresh()).status).toBe(401);
});

it('[B13] A session refreshed every day ends after 30 days', async () => {
  const person = await Person.signedIn(backend);
  for (let days = 1; days < 30; days += 1) {
    backend.advance(day);
    await person.renew();
  }
  backend.advance(day);
  expect((await person.refresh()).status).toBe(401);
});

it('[B13] A session left alone ends after 7 days, and one without its second step after an hour', async () => {
  const owner = await Person.signedIn(backend);
  await owner.setUpAuthenticator();
  const limited = await owner.signIn();
  backend.advance(hour);
  expect((await limited.refresh()).status).toBe(401);
  backend.advance(7 * day - hour);
  expect((await owner.refresh()).status).toBe(401);
});

it.each(['refresh_token', 'refreshToken'])(
  'Signing out ends the session, and no other: %s',
  async (field) => {
    const person = await Person.signedIn(backend);
    const other = await person.signIn();
    const reply = await person.post('/user/logout', { [field]: person.refreshToken });
    expect(reply.status).toBe(200);
    expect((await person.get('/mfa/status')).status).toBe(401);
    expect((await person.refresh()).status).toBe(401);
    expect((await other.get('/mfa/status')).status).toBe(200);
  },
);
