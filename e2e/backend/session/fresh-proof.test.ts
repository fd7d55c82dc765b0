import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orgRoles } from '../../../src/api/contract.ts';
import { linkTokens, pendingAuthenticators, sessions } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { Person } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
const app = { mfaType: 'GOOGLE_AUTH' };
const link = { mfaType: 'MAGIC_LINK' };
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** An owner of an organization whose app is on, and whose magic link is off or was never set up. */
async function owner({ hasLink }: { hasLink: boolean }) {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const person = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
  const { id: memberId } = await Person.create(backend, { orgId });
  const { secret } = await person.setUpAuthenticator();
  if (hasLink) {
    await person.setUpMagicLink();
    await person.post('/mfa/disable', link);
  }
  backend.advance(30_000);
  return { person, memberId, code: () => currentTotpCode(secret, backend.now()) };
}

const stateOf = async (person: Person) => [
  await person.status(),
  (await person.get('/mfa/methods')).body.data,
];
const activate = (token: string) =>
  send(backend, 'POST /mfa/magic-link/activate', { body: { token } });

describe.each([
  ['/mfa/setup', () => app],
  ['/mfa/enable', () => link],
  ['/mfa/disable', () => app],
  ['/mfa/primary', () => app],
  ['/mfa/reset', () => undefined],
  ['/mfa/reset', (memberId: string) => ({ resetUserId: memberId })],
  ['/mfa/organization/enforce', () => ({ enforced: true })],
  ['/mfa/magic-link/send', () => undefined],
] as const)('%s', (path, bodyFor) => {
  const begin = async () => {
    const { memberId, ...rest } = await owner({ hasLink: path === '/mfa/enable' });
    return { ...rest, body: bodyFor(memberId) };
  };

  it('[B6, CVE-2026-104106, CVE-2026-123530, authkestra#382] is refused eleven minutes after the last proof, and changes nothing', async () => {
    const { person, body } = await begin();
    const before = await stateOf(person);
    backend.advance(11 * minute);
    const reply = await person.post(path, body);
    expect([reply.status, reply.body.error_code]).toEqual([403, 'REAUTH_REQUIRED']);
    expect(await stateOf(person)).toEqual(before);
  });

  it('[B6] goes on after a proof, for ten minutes and no longer', async () => {
    const { person, body, code } = await begin();
    backend.advance(11 * minute);
    await person.passSecondStep(code());
    backend.advance(10 * minute + 1);
    expect((await person.post(path, body)).body.error_code).toBe('REAUTH_REQUIRED');
    await person.passSecondStep(code());
    backend.advance(10 * minute);
    expect((await person.post(path, body)).status).toBe(200);
  });

  it("[B6] stays closed to an access token from before the owner's proof", async () => {
    const { person, body, code } = await begin();
    backend.advance(11 * minute);
    const thief = person.copy();
    await person.passSecondStep(code());
    const reply = await thief.post(path, body);
    expect([reply.status, reply.body.error_code]).toEqual([403, 'REAUTH_REQUIRED']);
    expect((await thief.refresh()).status).toBe(401);
    expect((await person.post(path, body)).status).toBe(200);
  });
});

it('[B6] A completed set-up counts as a proof for the tokens of the next refresh, and for no earlier ones', async () => {
  const person = await Person.signedIn(backend);
  backend.advance(9 * minute);
  await person.setUpAuthenticator();
  const thief = person.copy();
  await person.renew();
  backend.advance(9 * minute);
  expect((await thief.post('/mfa/disable', app)).body.error_code).toBe('REAUTH_REQUIRED');
  expect((await person.post('/mfa/disable', app)).status).toBe(200);
});

it('[authkestra#382] Activating a link does not count as a proof for the session that requested it', async () => {
  const person = await Person.signedIn(backend);
  backend.advance(9 * minute);
  await person.post('/mfa/magic-link/send');
  backend.advance(9 * minute);
  expect((await activate(person.newestLinkToken())).status).toBe(200);
  await person.renew();
  expect((await person.post('/mfa/disable', link)).body.error_code).toBe('REAUTH_REQUIRED');
});

it('[CUDly#1915] A session with a stale proof gets no link that turns anything on', async () => {
  const { person, code } = await owner({ hasLink: true });
  await person.post('/mfa/enable', link);
  backend.advance(11 * minute);
  // Magic links are on: this one is for step-up.
  expect((await person.post('/mfa/magic-link/send')).status).toBe(200);
  const token = person.newestLinkToken();
  await person.passSecondStep(code());
  await person.post('/mfa/disable', link);
  expect((await activate(token)).status).toBe(400);
  expect((await person.status()).enabledMethods).toEqual(['GOOGLE_AUTH']);
});

it('In the middle of signing in, a link is sent without a fresh proof', async () => {
  const person = await Person.signedIn(backend);
  await person.setUpMagicLink();
  const waiting = await person.signIn();
  backend.advance(11 * minute);
  expect((await waiting.post('/mfa/magic-link/send')).status).toBe(200);
});

it('[B8] Where no method is on, the password is the proof, and ends the session that it replaces', async () => {
  const person = await Person.signedIn(backend);
  backend.advance(11 * minute);
  const before = person.copy();
  await person.proveByPassword();
  expect((await person.post('/mfa/setup', app)).status).toBe(200);
  expect((await before.get('/mfa/status')).status).toBe(401);
  expect((await before.refresh()).status).toBe(401);
});

it('[B8] What a session has begun continues in the session that replaces it', async () => {
  const person = await Person.signedIn(backend);
  const { body } = await person.post('/mfa/setup', app);
  const { secret } = body.data as { secret: string };
  await person.post('/mfa/magic-link/send');
  const token = person.newestLinkToken();
  await person.proveByPassword();
  expect((await activate(token)).status).toBe(200);
  const code = currentTotpCode(secret, backend.now());
  expect((await person.post('/mfa/verify-setup', { ...app, code })).status).toBe(200);
  expect((await person.status()).enabledMethods).toEqual(['GOOGLE_AUTH', 'MAGIC_LINK']);
});

it("[B8] Signing in with somebody else's access token at hand ends no session of theirs", async () => {
  const [person, other] = [await Person.signedIn(backend), await Person.signedIn(backend)];
  const { accessToken } = other;
  person.take({ accessToken, refreshToken: '' });
  await person.proveByPassword();
  expect((await other.get('/user/profile')).body.data).toMatchObject({ id: other.id });
  expect((await person.get('/user/profile')).body.data).toMatchObject({ id: person.id });
});

describe.each([
  ['signs out', (person: Person) => person.post('/user/logout', { refresh_token: 'any' })],
  [
    'is ended by a change elsewhere',
    async (person: Person) => (await person.signIn()).post('/mfa/reset'),
  ],
  [
    'is ended as its refresh token comes back',
    async (person: Person) => {
      const thief = person.copy();
      await person.renew();
      await thief.refresh();
    },
  ],
  [
    'is over by its row',
    (person: Person) =>
      backend.database
        .update(sessions)
        .set({ expiresAt: backend.now() })
        .where(eq(sessions.userId, person.id)),
  ],
] as const)('A session that %s', (_how, end) => {
  it('[B8] leaves no link that works', async () => {
    const person = await Person.signedIn(backend);
    await person.post('/mfa/magic-link/send');
    const token = person.newestLinkToken();
    await end(person);
    const { status, body } = await activate(token);
    expect([status, body.error]).toEqual([400, 'Invalid or expired token']);
    expect((await (await person.signIn()).status()).isEnabled).toBe(false);
  });

  it('[B8] leaves no set-up that can be completed', async () => {
    const person = await Person.signedIn(backend);
    const { body } = await person.post('/mfa/setup', app);
    const { secret } = body.data as { secret: string };
    await end(person);
    const successor = await person.signIn();
    const code = currentTotpCode(secret, backend.now());
    for (const session of [person, successor])
      expect((await session.post('/mfa/verify-setup', { ...app, code })).status).not.toBe(200);
    expect((await successor.status()).isEnabled).toBe(false);
  });
});

it('[B8] The database keeps nothing that an ended session has begun', async () => {
  const person = await Person.signedIn(backend);
  await person.post('/mfa/setup', app);
  await person.post('/mfa/magic-link/send');
  await person.post('/user/logout', { refresh_token: 'any' });
  for (const table of [linkTokens, pendingAuthenticators])
    expect(await backend.database.$count(table, eq(table.userId, person.id))).toBe(0);
});
