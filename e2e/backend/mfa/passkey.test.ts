import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { passkeySetupAnswer } from '../../../src/api/contract-set-up.ts';
import { challenges, users } from '../database/schema.ts';
import { Person } from '../testing/person.ts';
import { SoftwarePasskey } from '../testing/software-passkey.ts';
import type { Ceremony } from '../testing/software-passkey.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());
afterEach(() => vi.restoreAllMocks());

const creationOptions = v.looseObject({
  challenge: v.string(),
  rp: v.object({ id: v.string(), name: v.string() }),
  excludeCredentials: v.array(v.looseObject({ id: v.string() })),
  pubKeyCredParams: v.array(v.looseObject({ alg: v.number() })),
});
const requestOptions = v.looseObject({
  challenge: v.string(),
  rpId: v.string(),
  allowCredentials: v.array(v.looseObject({ id: v.string() })),
});

async function begin(person: Person) {
  const { body } = await person.post('/mfa/setup', { mfaType: 'PASSKEY' });
  v.parse(passkeySetupAnswer, body.data);
  return v.parse(creationOptions, body.data);
}

async function askForOptions(person: Person) {
  return v.parse(requestOptions, (await person.post('/mfa/passkey/auth-options')).body.data);
}

const complete = (person: Person, credential: unknown, challenge: string) =>
  person.post('/mfa/passkey/complete-registration', { credential, challenge });

const assert = (person: Person, credential: unknown) =>
  person.post('/mfa/verify-login', { mfaType: 'PASSKEY', credential });

/** Someone whose passkey is on, in a new session that waits for the second step. */
async function waiting() {
  const owner = await Person.signedIn(backend);
  const passkey = new SoftwarePasskey();
  const { challenge } = await begin(owner);
  const reply = await complete(owner, passkey.create({ challenge }), challenge);
  expect([reply.status, reply.body.message]).toEqual([200, 'Passkey registration completed']);
  return { owner, passkey, person: await owner.signIn() };
}

it('A passkey is set up, turned on, and passes the second step', async () => {
  const { owner, passkey, person } = await waiting();
  expect((await owner.status()).enabledMethods).toEqual(['PASSKEY']);
  const { challenge, rpId, allowCredentials } = await askForOptions(person);
  expect(rpId).toBe('localhost');
  expect(allowCredentials.map(({ id }) => id)).toEqual([passkey.id]);
  expect((await assert(person, passkey.get({ challenge }))).status).toBe(200);
});

it.each(['/mfa/passkey/complete-registration', '/mfa/passkey/complete-registration-1'])(
  'A set-up is completed at %s',
  async (path) => {
    const person = await Person.signedIn(backend);
    const { challenge } = await begin(person);
    const credential = new SoftwarePasskey().create({ challenge });
    expect((await person.post(path, { credential, challenge })).status).toBe(200);
  },
);

it('A set-up is completed by verify-setup, too', async () => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const credential = new SoftwarePasskey().create({ challenge });
  const reply = await person.post('/mfa/verify-setup', { mfaType: 'PASSKEY', credential });
  expect(reply.status).toBe(200);
  expect((await person.status()).enabledMethods).toEqual(['PASSKEY']);
});

const wrongCeremonies: [string, Partial<Ceremony>][] = [
  ['another origin', { origin: 'http://localhost:3001' }],
  ['a look-alike origin', { origin: 'http://localhost.evil.example:3000' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['nobody recognised', { isUserVerified: false }],
  ['another challenge', { challenge: 'YW5vdGhlciBjaGFsbGVuZ2U' }],
  ['another ceremony', { type: 'payment.get' }],
];

it.each(wrongCeremonies)('[B9] A new passkey with %s is refused', async (_what, wrong) => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const credential = new SoftwarePasskey().create({ challenge, ...wrong });
  const { status, body } = await complete(person, credential, challenge);
  expect([status, body.error]).toEqual([400, 'Passkey registration failed']);
  expect((await person.status()).isEnabled).toBe(false);
});

it.each(wrongCeremonies)('[B9] An assertion with %s is refused', async (_what, wrong) => {
  const { passkey, person } = await waiting();
  const { challenge } = await askForOptions(person);
  const reply = await assert(person, passkey.get({ challenge, ...wrong }));
  expect(reply.status).toBe(400);
  expect((await person.status()).sessionVerified).toBe(false);
});

it('[B9, CVE-2026-28787] An old attestation does not pass with its own challenge', async () => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const old = new SoftwarePasskey().create({ challenge });
  await begin(person);
  expect((await complete(person, old, challenge)).status).toBe(400);
});

it('[B9, CVE-2026-28787] An old assertion is not taken again', async () => {
  const { owner, passkey, person } = await waiting();
  const { challenge } = await askForOptions(person);
  const assertion = passkey.get({ challenge });
  expect((await assert(person, assertion)).status).toBe(200);
  expect((await assert(person, assertion)).status).toBe(400);
  const next = await owner.signIn();
  await askForOptions(next);
  expect((await assert(next, assertion)).status).toBe(400);
});

it('[B9] The challenge in the body is compared with the one that was kept', async () => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const credential = new SoftwarePasskey().create({ challenge });
  expect((await complete(person, credential, `${challenge}A`)).status).toBe(400);
});

it('[B9] A challenge is used up by a failure, and ends after five minutes', async () => {
  const { passkey, person } = await waiting();
  const first = await askForOptions(person);
  await assert(person, { id: 'x', rawId: 'x', type: 'public-key', response: {} });
  expect((await assert(person, passkey.get(first))).status).toBe(400);
  const second = await askForOptions(person);
  backend.advance(5 * 60_000);
  expect((await assert(person, passkey.get(second))).status).toBe(400);
  const third = await askForOptions(person);
  backend.advance(5 * 60_000 - 1);
  expect((await assert(person, passkey.get(third))).status).toBe(200);
});

it('[B9] Where no ceremony was begun nothing passes, not even what says no challenge', async () => {
  const { owner, passkey, person } = await waiting();
  const credential = new SoftwarePasskey().create({ challenge: undefined });
  const setup = await owner.post('/mfa/verify-setup', { mfaType: 'PASSKEY', credential });
  expect([setup.status, setup.body.error]).toEqual([400, 'Passkey registration failed']);
  expect((await assert(person, passkey.get({ challenge: undefined }))).status).toBe(400);
  expect((await person.status()).sessionVerified).toBe(false);
});

it('[B9] What is no credential is refused', async () => {
  const { owner, passkey, person } = await waiting();
  const empty = { id: passkey.id, rawId: passkey.id, type: 'public-key', response: {} };
  for (const credential of [undefined, empty]) {
    await askForOptions(person);
    const reply = await assert(person, credential);
    expect([reply.status, reply.body.error]).toEqual([400, 'Passkey verification failed']);
    await begin(owner);
    const setup = await owner.post('/mfa/verify-setup', { mfaType: 'PASSKEY', credential });
    expect([setup.status, setup.body.error]).toEqual([400, 'Passkey registration failed']);
  }
});

it("[B9] A challenge of one ceremony or session is none of another's", async () => {
  const { owner, passkey, person } = await waiting();
  const { challenge } = await begin(owner);
  expect((await assert(person, passkey.get({ challenge }))).status).toBe(400);
  await askForOptions(person);
  const other = await askForOptions(await owner.signIn());
  expect((await assert(person, passkey.get(other))).status).toBe(400);
});

it('[GitLab 585333] A credential whose id is not its rawId is refused', async () => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const credential = { ...new SoftwarePasskey().create({ challenge }), rawId: 'c29tZW9uZSBlbHNl' };
  expect((await complete(person, credential, challenge)).status).toBe(400);
  const { passkey, person: waits } = await waiting();
  const assertion = { ...passkey.get(await askForOptions(waits)), rawId: 'c29tZW9uZSBlbHNl' };
  expect((await assert(waits, assertion)).status).toBe(400);
});

it('[B9] A credential that someone has already is refused', async () => {
  const { passkey } = await waiting();
  const other = await Person.signedIn(backend);
  const { challenge } = await begin(other);
  expect((await complete(other, passkey.create({ challenge }), challenge)).status).toBe(400);
  expect((await other.status()).isEnabled).toBe(false);
});

it("[B9] Another person's passkey does not pass", async () => {
  const [one, other] = [await waiting(), await waiting()];
  const { challenge } = await askForOptions(one.person);
  expect((await assert(one.person, other.passkey.get({ challenge }))).status).toBe(400);
});

it('[B9] A counter that does not advance shows a copied authenticator', async () => {
  const { owner, passkey, person } = await waiting();
  expect((await assert(person, passkey.get(await askForOptions(person)))).status).toBe(200);
  passkey.counter = 0;
  const next = await owner.signIn();
  expect((await assert(next, passkey.get(await askForOptions(next)))).status).toBe(400);
});

it('[B9] Someone’s passkeys are excluded from a new one, and only offered algorithms are named', async () => {
  const { owner, passkey } = await waiting();
  const options = await begin(owner);
  expect(options.excludeCredentials.map(({ id }) => id)).toEqual([passkey.id]);
  expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
});

it('Options for a new passkey name the account, and ask for someone to be recognised', async () => {
  const person = await Person.signedIn(backend, { name: 'Ada', lastName: 'Lovelace' });
  const [user] = await backend.database.select().from(users).where(eq(users.id, person.id));
  expect(await begin(person)).toMatchObject({
    rp: { id: 'localhost', name: 'MFA settings' },
    user: { id: user?.passkeyHandle, name: person.email, displayName: 'Ada Lovelace' },
    timeout: 300_000,
    attestation: 'none',
    excludeCredentials: [],
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  const nameless = await Person.signedIn(backend);
  expect(await begin(nameless)).toMatchObject({ user: { displayName: nameless.email } });
});

it('Options name where each passkey can be found, and ask for someone to be recognised', async () => {
  const { owner, passkey, person } = await waiting();
  const known = [{ id: passkey.id, type: 'public-key', transports: ['internal'] }];
  expect(await begin(owner)).toMatchObject({ excludeCredentials: known });
  expect(await askForOptions(person)).toMatchObject({
    allowCredentials: known,
    userVerification: 'required',
    timeout: 300_000,
  });
});

it.each(['usb<', '<usb', 'u'.repeat(33), 7])(
  'Where a passkey says it can be found by %j, that is not passed on',
  async (transport) => {
    const owner = await Person.signedIn(backend);
    const { challenge } = await begin(owner);
    const credential = new SoftwarePasskey().create({ challenge });
    const response = { ...credential.response, transports: ['usb', transport] };
    expect((await complete(owner, { ...credential, response }, challenge)).status).toBe(200);
    expect((await begin(owner)).excludeCredentials).toMatchObject([{ transports: [] }]);
  },
);

it('[B9] A passkey’s id with the signature of another one does not pass', async () => {
  const { passkey, person } = await waiting();
  const { id } = passkey;
  const { challenge } = await askForOptions(person);
  const reply = await assert(person, {
    ...new SoftwarePasskey().get({ challenge }),
    id,
    rawId: id,
  });
  expect([reply.status, reply.body.error]).toEqual([400, 'Passkey verification failed']);
});

it('[B9] Each passkey has a counter of its own', async () => {
  const { owner, passkey } = await waiting();
  const second = new SoftwarePasskey();
  const { challenge } = await begin(owner);
  await complete(owner, second.create({ challenge }), challenge);
  passkey.counter = 40;
  for (const key of [passkey, second]) {
    const session = await owner.signIn();
    expect((await assert(session, key.get(await askForOptions(session)))).status).toBe(200);
  }
});

it('A second passkey signs in as well as the first', async () => {
  const { owner, passkey } = await waiting();
  const second = new SoftwarePasskey();
  const { challenge } = await begin(owner);
  await complete(owner, second.create({ challenge }), challenge);
  for (const key of [passkey, second]) {
    const session = await owner.signIn();
    expect((await assert(session, key.get(await askForOptions(session)))).status).toBe(200);
  }
});

it('[CVE-2023-6484, B12] A line break in a credential forges no line of the log', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const { person } = await waiting();
  const forged = 'x\r\n[backend] sign-in of the owner from 10.0.0.1';
  const response = { clientDataJSON: forged, authenticatorData: forged, signature: forged };
  await askForOptions(person);
  const credential = { id: forged, rawId: forged, type: 'public-key', response };
  expect((await assert(person, credential)).status).toBe(400);
  expect(JSON.stringify(log.mock.calls)).not.toContain('sign-in of the owner');
});

it('A challenge goes when its session does', async () => {
  const { person } = await waiting();
  const { challenge } = await askForOptions(person);
  await person.post('/user/logout', { refresh_token: person.refreshToken });
  const rows = await backend.database
    .select()
    .from(challenges)
    .where(eq(challenges.challenge, challenge));
  expect(rows).toEqual([]);
});
