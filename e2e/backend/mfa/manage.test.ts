import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { currentTotpCode } from './totp.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** Someone with an authenticator app (primary) and a magic link on. */
async function withTwoMethods() {
  const person = await Person.signedIn(backend);
  const { secret } = await person.setUpAuthenticator();
  await person.setUpMagicLink();
  backend.advance(30_000);
  return { person, code: () => currentTotpCode(secret, backend.now()) };
}

const app = { mfaType: 'GOOGLE_AUTH' };
const link = { mfaType: 'MAGIC_LINK' };
it('[B6] Where a method is on, the password alone is not a proof', async () => {
  const { person } = await withTwoMethods();
  const limited = await person.signIn();
  expect((await limited.post('/mfa/disable', link)).body.error_code).toBe('MFA_REQUIRED');
});

it('[B6] A session stays verified when its first method is turned on', async () => {
  const person = await Person.signedIn(backend);
  await person.setUpAuthenticator();
  expect((await person.status()).sessionVerified).toBe(true);
  expect(await person.profileStatus()).toBe(200);
});

it('[CVE-2025-64103] A method that is on is asked for even where nobody requires one', async () => {
  const { person } = await withTwoMethods();
  expect(await person.status()).toMatchObject({ isRequired: false });
  expect(await (await person.signIn()).status()).toMatchObject({
    isEnabled: true,
    sessionVerified: false,
  });
});

it('The first method on is primary, and the strongest left follows when it is turned off', async () => {
  const { person } = await withTwoMethods();
  expect((await person.status()).primaryMethod).toBe('GOOGLE_AUTH');
  await person.post('/mfa/disable', app);
  expect(await person.status()).toMatchObject({
    enabledMethods: ['MAGIC_LINK'],
    primaryMethod: 'MAGIC_LINK',
  });
  await person.post('/mfa/disable', link);
  expect(await person.status()).toMatchObject({ isEnabled: false });
  expect((await person.status()).primaryMethod).toBeUndefined();
});

it('A method that was turned off stays configured, and can be turned on again', async () => {
  const { person } = await withTwoMethods();
  await person.post('/mfa/disable', app);
  const { body } = await person.get('/mfa/methods');
  expect(body.data).toMatchObject([
    { type: 'PASSKEY', isConfigured: false, isEnabled: false },
    { type: 'GOOGLE_AUTH', isConfigured: true, isEnabled: false },
    { type: 'MAGIC_LINK', isConfigured: true, isEnabled: true },
  ]);
  expect((await person.post('/mfa/enable', app)).status).toBe(200);
  expect((await person.status()).enabledMethods).toEqual(['GOOGLE_AUTH', 'MAGIC_LINK']);
});

it.each([
  ['/mfa/enable', 'MFA method is not configured'],
  ['/mfa/disable', 'MFA method is not enabled'],
  ['/mfa/primary', 'MFA method is not enabled'],
  ['/mfa/verify-login', 'MFA method is not enabled'],
])('%s of a method that is not set up is a 400', async (path, error) => {
  const person = await Person.signedIn(backend);
  const reply = await person.post(path, { mfaType: 'PASSKEY' });
  expect([reply.status, reply.body.error]).toEqual([400, error]);
});

it('A method that is off passes no second step', async () => {
  const { person, code } = await withTwoMethods();
  await person.post('/mfa/disable', app);
  const limited = await person.signIn();
  expect((await limited.sendCode(code())).status).toBe(400);
});

it('After a reset nothing is set up, and the password alone signs in', async () => {
  const { person } = await withTwoMethods();
  const { status, body } = await person.post('/mfa/reset');
  expect([status, body.message]).toEqual([200, 'MFA reset successfully']);
  expect((await person.post('/mfa/enable', app)).status).toBe(400);
  expect(await (await person.signIn()).status()).toMatchObject({
    isEnabled: false,
    sessionVerified: true,
  });
});

it.each([
  ['turned on', '/mfa/enable', app],
  ['turned off', '/mfa/disable', link],
  ['reset', '/mfa/reset', undefined],
])(
  '[B8, CVE-2023-31140] When a method is %s, sessions elsewhere end and this one stays',
  async (_what, path, body) => {
    const { person, code } = await withTwoMethods();
    if (path === '/mfa/enable') await person.post('/mfa/disable', app);
    const [limited, full] = [await person.signIn(), await person.signIn()];
    if (path !== '/mfa/enable') await full.passSecondStep(code());
    expect((await person.post(path, body)).status).toBe(200);
    for (const session of [limited, full]) {
      expect((await session.get('/mfa/status')).status).toBe(401);
      expect((await session.refresh()).status).toBe(401);
    }
    expect(await person.profileStatus()).toBe(200);
    expect((await person.refresh()).status).toBe(200);
  },
);

it('[B8, CVE-2023-31140] When a method is set up, sessions elsewhere end and this one stays', async () => {
  const person = await Person.signedIn(backend);
  const other = await person.signIn();
  await person.setUpAuthenticator();
  expect((await other.get('/mfa/status')).status).toBe(401);
  expect((await other.refresh()).status).toBe(401);
  expect((await person.refresh()).status).toBe(200);
});

it('[B12] A person gets an email about every change of a method, and only about changes', async () => {
  const { person } = await withTwoMethods();
  const before = person.subjects().length;
  await person.post('/mfa/primary', link);
  await person.post('/mfa/primary', link);
  await person.post('/mfa/disable', app);
  await person.post('/mfa/enable', app);
  await person.post('/mfa/enable', app);
  await person.post('/mfa/reset');
  expect(person.subjects().slice(0, -before).toReversed()).toEqual([
    'Magic link is now your primary method',
    'Authenticator app turned off',
    'Authenticator app turned on',
    'All second-step methods removed from your account',
  ]);
  const mail = backend.inbox?.messages()[0];
  expect(mail?.text).toContain("Wasn't you? Secure your account:\nhttp://localhost:3000/not-me\n");
});
