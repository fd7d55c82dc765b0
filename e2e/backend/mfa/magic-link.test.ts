import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deriveKeys } from '../crypto/keys.ts';
import { signToken } from '../crypto/tokens.ts';
import { linkTokens, users } from '../database/schema.ts';
import { Person } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { appUrl, startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const activate = (token: string) =>
  send(backend, 'POST /mfa/magic-link/activate', { body: { token } });

async function withLink() {
  const person = await Person.signedIn(backend);
  await person.post('/mfa/magic-link/send');
  return { person, token: person.newestLinkToken() };
}

/** Someone whose magic link is on, in a new session that waits for the second step. */
async function waiting() {
  const owner = await Person.signedIn(backend);
  await owner.setUpMagicLink();
  const person = await owner.signIn();
  await person.post('/mfa/magic-link/send');
  return { owner, person, token: person.newestLinkToken() };
}

const sendToken = (person: Person, token: string) =>
  person.post('/mfa/verify-login', { mfaType: 'MAGIC_LINK', token });

it('A link from the mail turns magic link on, and makes it primary where nothing else is on', async () => {
  const { person, token } = await withLink();
  const { status, body } = await activate(token);
  expect([status, body.message]).toEqual([200, 'Magic link MFA activated successfully']);
  expect(await person.status()).toMatchObject({
    enabledMethods: ['MAGIC_LINK'],
    primaryMethod: 'MAGIC_LINK',
    sessionVerified: true,
  });
});

it('[B3, CVE-2026-73431] A link works once', async () => {
  const { token } = await withLink();
  expect((await activate(token)).status).toBe(200);
  const again = await activate(token);
  expect([again.status, again.body.error]).toEqual([400, 'Invalid or expired token']);
});

it('[B3, CVE-2026-73431] Only one of 100 concurrent posts of one link gets a 200', async () => {
  const { token } = await withLink();
  const replies = await Promise.all(Array.from({ length: 100 }, () => activate(token)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(replies.filter(({ status }) => status === 400)).toHaveLength(99);
});

it.each([
  [10 * minute - 1000, 200],
  [10 * minute, 400],
])('[B3] %i ms after it was sent, a link gets a %i', async (wait, status) => {
  const { token } = await withLink();
  backend.advance(wait);
  expect((await activate(token)).status).toBe(status);
});

it('[B3] A new link invalidates the one before', async () => {
  const { person, token } = await withLink();
  backend.advance(30_000);
  await person.post('/mfa/magic-link/send');
  expect((await activate(token)).status).toBe(400);
  expect((await activate(person.newestLinkToken())).status).toBe(200);
});

it('[B15] A new link does not invalidate a link that another session requested', async () => {
  const { person, token } = await withLink();
  const other = await person.signIn();
  expect((await other.post('/mfa/magic-link/send')).status).toBe(200);
  expect((await activate(token)).status).toBe(200);
});

it('[B15] A session has one valid link, and expired ones are deleted', async () => {
  const { person } = await withLink();
  const other = await person.signIn();
  await other.post('/mfa/magic-link/send');
  const live = () => backend.database.$count(linkTokens, eq(linkTokens.userId, person.id));
  backend.advance(30_000);
  await other.post('/mfa/magic-link/send');
  expect(await live()).toBe(2);
  backend.advance(10 * minute - 30_000);
  await other.post('/mfa/magic-link/send');
  expect(await live()).toBe(1);
});

it('[B3] A link to turn it on does not sign in, and a link to sign in does not turn it on', async () => {
  const { person, token } = await waiting();
  expect((await activate(token)).status).toBe(400);
  const other = await withLink();
  expect((await sendToken(person, other.token)).status).toBe(400);
  expect((await sendToken(person, token)).status).toBe(200);
});

it('[B3, CVE-2026-62376] The database contains only a hash of a link', async () => {
  const { person, token } = await withLink();
  const rows = await backend.database
    .select()
    .from(linkTokens)
    .where(eq(linkTokens.userId, person.id));
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { jti } = JSON.parse(claims) as { jti: string };
  expect(Buffer.from(jti, 'base64url')).toHaveLength(32);
  expect(rows).toMatchObject([{ purpose: 'activate', expiresAt: backend.now() + 10 * minute }]);
  expect(JSON.stringify(rows)).not.toContain(jti);
});

it('[B3] Opening the address with GET or HEAD changes nothing', async () => {
  const { person, token } = await withLink();
  for (const method of ['GET', 'HEAD']) {
    const url = `${appUrl}/mfa/magic-link/activate?token=${token}`;
    expect((await backend.fetch(new Request(url, { method }))).status).toBe(405);
  }
  expect((await person.status()).isEnabled).toBe(false);
  expect((await activate(token)).status).toBe(200);
});

it.each(['X-Forwarded-Host', 'Forwarded', 'Host', 'Origin', 'X-Original-Host'])(
  "[B3, CVE-2025-64101] A forged %s header does not change the link's host",
  async (header) => {
    const person = await Person.signedIn(backend);
    const { accessToken: token } = person;
    const headers = { [header]: header === 'Forwarded' ? 'host=evil.example' : 'evil.example' };
    await send(backend, 'POST /mfa/magic-link/send', { token, headers });
    const mail = backend.inbox?.messages().find(({ to }) => to === person.email);
    expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/activate\?token=\S+$/m);
    expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toContain('evil');
  },
);

it('The mail goes to the account, with the link alone on its line, and in its HTML', async () => {
  const { person, token } = await withLink();
  const mail = backend.inbox?.messages().find(({ to }) => to === person.email);
  const link = `${appUrl}/activate?token=${token}`;
  expect(mail?.text.split('\n')).toContain(link);
  expect(mail?.html).toContain(`href="${link}"`);
  expect(mail?.date).toBe(new Date(backend.now()).toISOString());
});

it.each([
  ['garbage', 'garbage'],
  ['another audience', { audience: 'https://elsewhere.example' }],
  ['another purpose', { purpose: 'access' as const }],
  ['another key', { key: new Uint8Array(32) }],
])('[B4] A link token with %s gets a 400', async (_what, change) => {
  const { person } = await withLink();
  const terms = {
    key: deriveKeys(backend.secretKey).linkTokens,
    purpose: 'activate' as const,
    audience: appUrl,
    now: backend.now(),
  };
  const token =
    typeof change === 'string'
      ? change
      : await signToken({ ...terms, ...change }, { sub: person.id, jti: 'any' }, minute);
  expect((await activate(token)).body.error).toBe('Invalid or expired token');
});

it.each(['was closed', 'is gone'])('Someone whose account %s gets a 404', async (what) => {
  const { person, token } = await withLink();
  const ours = eq(users.id, person.id);
  await (what === 'is gone'
    ? backend.database.delete(users).where(ours)
    : backend.database.update(users).set({ isActive: false }).where(ours));
  const { status, body } = await activate(token);
  expect([status, body.error]).toEqual([404, 'User not found or inactive']);
});

it('[B8] The session that sent the link stays, wherever the link is opened; the others end', async () => {
  const { person, token } = await withLink();
  const other = await Person.signedIn(backend);
  const sibling = await person.signIn();
  await activate(token);
  expect(await person.profileStatus()).toBe(200);
  expect(await sibling.profileStatus()).toBe(401);
  expect((await sibling.refresh()).status).toBe(401);
  expect(await other.profileStatus()).toBe(200);
});

it('An emailed link passes the second step in the session that asked for it', async () => {
  const { person, token } = await waiting();
  expect((await person.status()).sessionVerified).toBe(false);
  expect(await sendToken(person, token)).toMatchObject({
    status: 200,
    body: { success: true, fullAccessToken: expect.any(String), refreshToken: expect.any(String) },
  });
  expect((await sendToken(person, token)).status).toBe(400);
});

it('A sign-in link works in no other session, and for nobody else', async () => {
  const { owner, person, token } = await waiting();
  const stranger = await waiting();
  expect((await sendToken(await owner.signIn(), token)).status).toBe(400);
  expect((await sendToken(stranger.person, token)).status).toBe(400);
  expect((await sendToken(person, token)).status).toBe(200);
});

it('Where magic link is on already, a link from a verified session is for step-up', async () => {
  const owner = await Person.signedIn(backend);
  await owner.setUpMagicLink();
  backend.advance(11 * minute);
  await owner.post('/mfa/magic-link/send');
  const { status, body } = await sendToken(owner, owner.newestLinkToken());
  expect(status).toBe(200);
  owner.take({ accessToken: String(body['fullAccessToken']), refreshToken: '' });
  expect((await owner.post('/mfa/disable', { mfaType: 'MAGIC_LINK' })).status).toBe(200);
});

it('Turning magic link off invalidates its links; turning another method off does not', async () => {
  const person = await Person.signedIn(backend);
  await person.setUpMagicLink();
  await person.setUpAuthenticator();
  backend.advance(30_000);
  await person.post('/mfa/magic-link/send');
  const token = person.newestLinkToken();
  for (const path of ['/mfa/disable', '/mfa/enable'])
    expect((await person.post(path, { mfaType: 'MAGIC_LINK' })).status).toBe(200);
  expect((await sendToken(person, token)).status).toBe(400);
  backend.advance(30_000);
  await person.post('/mfa/magic-link/send');
  expect((await person.post('/mfa/disable', { mfaType: 'GOOGLE_AUTH' })).status).toBe(200);
  expect((await sendToken(person, person.newestLinkToken())).status).toBe(200);
});

it('[B15] A session that has sent all its links does not stop other sessions from sending theirs', async () => {
  const person = await Person.signedIn(backend);
  const other = await person.signIn();
  for (let sent = 0; sent < 20; sent += 1) {
    expect((await person.post('/mfa/magic-link/send')).status).toBe(200);
    backend.advance(30_000);
  }
  expect((await person.post('/mfa/magic-link/send')).status).toBe(429);
  expect((await other.post('/mfa/magic-link/send')).status).toBe(200);
});

it('[B15] All sessions of an account together send 60 links an hour', async () => {
  const person = await Person.signedIn(backend);
  const sessions = [person, await person.signIn(), await person.signIn(), await person.signIn()];
  const statuses: number[] = [];
  for (let round = 0; round < 16; round += 1) {
    for (const session of sessions)
      statuses.push((await session.post('/mfa/magic-link/send')).status);
    backend.advance(30_000);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(60);
  expect(statuses.slice(60)).toEqual([429, 429, 429, 429]);
  backend.advance(52 * minute);
  expect((await (await person.signIn()).post('/mfa/magic-link/send')).status).toBe(200);
});

it('Links may be sent again after 30 s, and 20 times an hour in a session', async () => {
  const person = await Person.signedIn(backend);
  // One link. Once magic links are on, a link needs no fresh proof, which would start a new session.
  await person.setUpMagicLink();
  backend.advance(12_000);
  const early = await person.post('/mfa/magic-link/send');
  expect([early.status, early.headers.get('Retry-After')]).toEqual([429, '18']);
  for (let sent = 1; sent < 20; sent += 1) {
    backend.advance(30_000);
    expect((await person.post('/mfa/magic-link/send')).status).toBe(200);
  }
  backend.advance(30_000);
  expect((await person.post('/mfa/magic-link/send')).status).toBe(429);
});

it('Setting it up names the account’s own address, and takes no other', async () => {
  const person = await Person.signedIn(backend);
  const body = { mfaType: 'MAGIC_LINK', email: person.email };
  expect((await person.post('/mfa/setup', body)).body.data).toEqual({
    email: person.email,
    verificationRequired: true,
  });
  const other = await person.post('/mfa/setup', { ...body, email: 'else@example.com' });
  expect([other.status, other.body.error]).toEqual([400, 'Invalid field: email']);
});

it('A session that waits for the second step gets no link where magic link is off', async () => {
  const owner = await Person.signedIn(backend);
  await owner.setUpAuthenticator();
  const person = await owner.signIn();
  const { status, body } = await person.post('/mfa/magic-link/send');
  expect([status, body.error]).toEqual([400, 'MFA method is not enabled']);
});
