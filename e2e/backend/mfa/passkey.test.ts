import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { passkeySetupAnswer } from '../../../src/api/contract-set-up.ts';
import { challenges, passkeys, users } from '../database/schema.ts';
import { Person } from '../testing/person.ts';
import { SoftwarePasskey } from '../testing/software-passkey.ts';
import type { Ceremony } from '../testing/software-passkey.ts';
import { appUrl, startTestBackend } from '../testing/start-test-backend.ts';
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
async function waiting(passkey = new SoftwarePasskey()) {
  const owner = await Person.signedIn(backend);
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

it('verify-setup completes a set-up too', async () => {
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

const crossOriginCeremonies: [string, Partial<Ceremony>][] = [
  ['crossOrigin', { clientData: { crossOrigin: true } }],
  ['a crossOrigin that is no boolean', { clientData: { crossOrigin: 'true' } }],
  ['a topOrigin', { clientData: { topOrigin: 'https://evil.example' } }],
  ['our own topOrigin', { clientData: { topOrigin: appUrl } }],
  [
    'crossOrigin and a topOrigin',
    { clientData: { crossOrigin: true, topOrigin: 'https://evil.example' } },
  ],
];

it.each(crossOriginCeremonies)(
  '[B16, lbuchs/WebAuthn#124] A new passkey with %s is refused',
  async (_what, wrong) => {
    const person = await Person.signedIn(backend);
    const { challenge } = await begin(person);
    const credential = new SoftwarePasskey().create({ challenge, ...wrong });
    const { status, body } = await complete(person, credential, challenge);
    expect([status, body.error]).toEqual([400, 'Passkey registration failed']);
    expect((await person.status()).isEnabled).toBe(false);
  },
);

it.each(crossOriginCeremonies)(
  '[B16, lbuchs/WebAuthn#124] An assertion with %s is refused',
  async (_what, wrong) => {
    const { passkey, person } = await waiting();
    const { challenge } = await askForOptions(person);
    const { status, body } = await assert(person, passkey.get({ challenge, ...wrong }));
    expect([status, body.error]).toEqual([400, 'Passkey verification failed']);
    expect((await person.status()).sessionVerified).toBe(false);
  },
);

it('[B16] A browser that does not send crossOrigin is judged by its origin', async () => {
  const { passkey, person } = await waiting();
  const { challenge } = await askForOptions(person);
  const assertion = passkey.get({ challenge, clientData: { crossOrigin: undefined } });
  expect((await assert(person, assertion)).status).toBe(200);
});

const taken = { setUp: 200, error: undefined, isOn: true, signIn: 200 };
const refused = { setUp: 400, error: 'Passkey registration failed', isOn: false, signIn: 400 };

/** Sets a passkey up for someone new, and then signs in with it. */
async function tryOut(passkey: SoftwarePasskey, ceremony: Partial<Ceremony> = {}) {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const credential = passkey.create({ challenge, ...ceremony });
  const { status: setUp, body } = await complete(person, credential, challenge);
  const { isEnabled: isOn } = await person.status();
  const session = await person.signIn();
  const { status: signIn } = await assert(session, passkey.get(await askForOptions(session)));
  return { setUp, error: body.error, isOn, signIn };
}

it.each([
  [1, true],
  [16, true],
  [1023, true],
  [1024, false],
  [3000, false],
  [8000, false],
])('[B16] Of a new passkey an id of %i bytes is taken: %s', async (idLength, expected) => {
  expect(await tryOut(new SoftwarePasskey({ idLength }))).toEqual(expected ? taken : refused);
});

it.each(['1024 bytes', 'no base64url', 'nothing', 'padding'])(
  '[B16] An assertion whose id is %s is a 400',
  async (what) => {
    const { passkey, person } = await waiting();
    const long = new SoftwarePasskey({ idLength: 1024 }).id;
    const ids = { '1024 bytes': long, 'no base64url': '%%%', nothing: '', padding: '====' };
    const id = ids[what as keyof typeof ids];
    const assertion = { ...passkey.get(await askForOptions(person)), id, rawId: id };
    expect((await assert(person, assertion)).status).toBe(400);
  },
);

it('[B16] A new passkey whose id is not the one that the authenticator signed is refused', async () => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const { id } = new SoftwarePasskey();
  const credential = { ...new SoftwarePasskey().create({ challenge }), id, rawId: id };
  expect((await complete(person, credential, challenge)).status).toBe(400);
});

it.each(['packed', 'fido-u2f', 'android-key', 'android-safetynet', 'tpm', 'apple', 'compound', ''])(
  '[B16] A new passkey with the attestation %j is refused, and nothing is fetched',
  async (fmt) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    expect(await tryOut(new SoftwarePasskey(), { fmt })).toEqual(refused);
    expect(fetched).not.toHaveBeenCalled();
  },
);

it.each(['ES256', 'EdDSA', 'RS256'] as const)(
  '[B16] A passkey with a key for %s is taken',
  async (algorithm) => {
    expect(await tryOut(new SoftwarePasskey({ algorithm }))).toEqual(taken);
  },
);

it.each(['ES256 on P-384', 'RS256 with 1024 bits', 'RS256 with the exponent 3'] as const)(
  '[B16] A passkey with a key for %s is refused',
  async (algorithm) => {
    expect(await tryOut(new SoftwarePasskey({ algorithm }))).toEqual(refused);
  },
);

const [kty, alg, crv, x, y] = [1, 3, -1, -2, -3];
it.each<[string, 'ES256' | 'EdDSA' | 'RS256', Ceremony['coseKey']]>([
  ['EC2 for EdDSA', 'ES256', { [alg]: -8 }],
  ['EC2 for RS256', 'ES256', { [alg]: -257 }],
  ['EC2 that says it is OKP', 'ES256', { [kty]: 1 }],
  ['EC2 that says it is RSA', 'ES256', { [kty]: 3 }],
  ['EC2 that says it is on P-384', 'ES256', { [crv]: 2 }],
  ['EC2 that says it is on Ed25519', 'ES256', { [crv]: 6 }],
  ['EC2 off its curve', 'ES256', { [y]: new Uint8Array(32).fill(1) }],
  ['EC2 with a short coordinate', 'ES256', { [x]: new Uint8Array(31).fill(1) }],
  ['OKP for ES256', 'EdDSA', { [alg]: -7 }],
  ['OKP for RS256', 'EdDSA', { [alg]: -257 }],
  ['OKP on another curve', 'EdDSA', { [crv]: 7 }],
  ['OKP with a short key', 'EdDSA', { [x]: new Uint8Array(31).fill(1) }],
  ['RSA for ES256', 'RS256', { [alg]: -7 }],
  ['RSA for EdDSA', 'RS256', { [alg]: -8 }],
  ['RSA for an algorithm that was not offered', 'RS256', { [alg]: -37 }],
  ['RSA without a modulus', 'RS256', { [crv]: new Uint8Array() }],
  ['RSA with an endless modulus', 'RS256', { [crv]: new Uint8Array(4096).fill(0xff) }],
  ['RSA with a number for its modulus', 'RS256', { [crv]: 7 }],
])(
  '[B16] A new passkey with a key of the type %s is refused',
  async (_what, algorithm, coseKey) => {
    expect(await tryOut(new SoftwarePasskey({ algorithm }), { coseKey: coseKey ?? {} })).toEqual(
      refused,
    );
  },
);

it.each<[string, (whole: string) => string]>([
  ['cut short', (whole) => whole.slice(0, whole.length / 2)],
  ['no base64', () => '\u00e9<>'],
  ['a number', () => 'Bw'],
  ['nested without end', () => Buffer.alloc(20_000, 0x81).toString('base64url')],
  ['nothing', () => ''],
])('[B16] A credential with a field that is %s is a 400, never a 500', async (_how, spoil) => {
  const { owner, passkey, person } = await waiting();
  for (const field of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
    const { response, ...rest } = passkey.get(await askForOptions(person));
    const spoilt = { ...rest, response: { ...response, [field]: spoil(response[field]) } };
    expect([field, (await assert(person, spoilt)).status]).toEqual([field, 400]);
  }
  for (const field of ['clientDataJSON', 'attestationObject'] as const) {
    const { challenge } = await begin(owner);
    const { response, ...rest } = new SoftwarePasskey().create({ challenge });
    const spoilt = { ...rest, response: { ...response, [field]: spoil(response[field]) } };
    expect([field, (await complete(owner, spoilt, challenge)).status]).toEqual([field, 400]);
  }
});

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

it('[B9, CVE-2026-28787] An old assertion is not accepted again', async () => {
  const { owner, passkey, person } = await waiting();
  const { challenge } = await askForOptions(person);
  const assertion = passkey.get({ challenge });
  expect((await assert(person, assertion)).status).toBe(200);
  expect((await assert(person, assertion)).status).toBe(400);
  const next = await owner.signIn();
  await askForOptions(next);
  expect((await assert(next, assertion)).status).toBe(400);
});

it('[B9] The challenge in the body is compared with the stored one', async () => {
  const person = await Person.signedIn(backend);
  const { challenge } = await begin(person);
  const credential = new SoftwarePasskey().create({ challenge });
  expect((await complete(person, credential, `${challenge}A`)).status).toBe(400);
});

it('[B9] A failure uses up a challenge, and it expires after five minutes', async () => {
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

it('[B9] Where no ceremony was begun nothing passes, not even a credential without a challenge', async () => {
  const { owner, passkey, person } = await waiting();
  const credential = new SoftwarePasskey().create({ challenge: undefined });
  const setup = await owner.post('/mfa/verify-setup', { mfaType: 'PASSKEY', credential });
  expect([setup.status, setup.body.error]).toEqual([400, 'MFA setup verification failed']);
  expect((await assert(person, passkey.get({ challenge: undefined }))).status).toBe(400);
  expect((await person.status()).sessionVerified).toBe(false);
});

it('[B9] Anything that is not a credential is refused', async () => {
  const { owner, passkey, person } = await waiting();
  const empty = { id: passkey.id, rawId: passkey.id, type: 'public-key', response: {} };
  for (const credential of [undefined, empty]) {
    await askForOptions(person);
    const reply = await assert(person, credential);
    expect([reply.status, reply.body.error]).toEqual([400, 'Passkey verification failed']);
    await begin(owner);
    const setup = await owner.post('/mfa/verify-setup', { mfaType: 'PASSKEY', credential });
    expect([setup.status, setup.body.error]).toEqual([400, 'MFA setup verification failed']);
  }
});

it('[B9] A challenge of one ceremony or session does not work for another', async () => {
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

it('[B9] A credential that is already registered is refused', async () => {
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

/** The answers to assertions with these counters, each in a session of its own. */
async function signInWithCounters(passkey: SoftwarePasskey, owner: Person, counters: number[]) {
  const replies: [number, string | undefined][] = [];
  for (const counter of counters) {
    const session = await owner.signIn();
    passkey.counter = counter - 1;
    const { status, body } = await assert(session, passkey.get(await askForOptions(session)));
    replies.push([status, body.error_code]);
  }
  return replies;
}

const copied = [400, 'PASSKEY_MAY_BE_COPIED'];

it.each([
  ['goes back', [5, 3], [[200, undefined], copied]],
  ['stands still', [5, 5], [[200, undefined], copied]],
  ['goes back to nothing', [5, 0], [[200, undefined], copied]],
  ['goes back and then on', [5, 3, 6], [[200, undefined], copied, [200, undefined]]],
  [
    'is none',
    [0, 0],
    [
      [200, undefined],
      [200, undefined],
    ],
  ],
])(
  '[B9] A passkey bound to its device whose counter %s is answered so',
  async (_how, counters, replies) => {
    const { owner, passkey } = await waiting();
    expect(await signInWithCounters(passkey, owner, counters)).toEqual(replies);
  },
);

it('[B9] Someone whose passkey may have been copied is told what to do', async () => {
  const { owner, passkey } = await waiting();
  await signInWithCounters(passkey, owner, [5]);
  const session = await owner.signIn();
  passkey.counter = 2;
  const { status, body } = await assert(session, passkey.get(await askForOptions(session)));
  expect([status, body.success]).toEqual([400, false]);
  expect(body.error).toMatch(/may have been copied.*another method.*set up a new passkey/);
  expect((await session.status()).sessionVerified).toBe(false);
});

it.each([true, false])(
  'A synced passkey signs in whatever its counter is, backed up by now: %s',
  async (isBackedUp) => {
    const { owner, passkey } = await waiting(new SoftwarePasskey({ isSynced: true }));
    passkey.isBackedUp = isBackedUp;
    const replies = await signInWithCounters(passkey, owner, [5, 3, 3, 0]);
    expect(replies.map(([status]) => status)).toEqual([200, 200, 200, 200]);
  },
);

it('[B9] A device-bound passkey does not become a synced one', async () => {
  const { owner, passkey } = await waiting();
  passkey.isBackupEligible = true;
  passkey.isBackedUp = true;
  expect(await signInWithCounters(passkey, owner, [7])).toEqual([[400, undefined]]);
});

it('[B9] A passkey that claims to be backed up but is not backup-eligible is refused', async () => {
  const { owner, passkey } = await waiting();
  passkey.isBackedUp = true;
  expect(await signInWithCounters(passkey, owner, [7])).toEqual([[400, undefined]]);
});

it('A passkey from before flags were stored gets its flag at its next sign-in', async () => {
  const { owner, passkey } = await waiting();
  await backend.database
    .update(passkeys)
    .set({ isBackupEligible: null })
    .where(eq(passkeys.id, passkey.id));
  passkey.isBackupEligible = true;
  const replies = await signInWithCounters(passkey, owner, [5, 3]);
  expect(replies.map(([status]) => status)).toEqual([200, 200]);
});

it('[B9] Someone’s passkeys are excluded from a new one, and only offered algorithms are named', async () => {
  const { owner, passkey } = await waiting();
  const options = await begin(owner);
  expect(options.excludeCredentials.map(({ id }) => id)).toEqual([passkey.id]);
  expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257]);
});

it('Options for a new passkey name the account and require user verification', async () => {
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

it('Options name the transports of each passkey and require user verification', async () => {
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

it('[B9] Each passkey has its own counter', async () => {
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

it('[CVE-2023-6484, B12] A line break in a credential cannot forge a line of the log', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const { person } = await waiting();
  const forged = 'x\r\n[backend] sign-in of the owner from 10.0.0.1';
  const response = { clientDataJSON: forged, authenticatorData: forged, signature: forged };
  await askForOptions(person);
  const credential = { id: forged, rawId: forged, type: 'public-key', response };
  expect((await assert(person, credential)).status).toBe(400);
  expect(JSON.stringify(log.mock.calls)).not.toContain('sign-in of the owner');
});

it('A challenge is deleted with its session', async () => {
  const { person } = await waiting();
  const { challenge } = await askForOptions(person);
  await person.post('/user/logout', { refresh_token: person.refreshToken });
  const rows = await backend.database
    .select()
    .from(challenges)
    .where(eq(challenges.challenge, challenge));
  expect(rows).toEqual([]);
});
