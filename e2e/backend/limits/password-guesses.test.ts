import { and, eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { orgRoles } from '../../../src/api/contract.ts';
import { knownDevices, passwordFailures, sessions, users } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { Person, password } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

interface Attempt {
  password?: string;
  source?: string;
  deviceId?: unknown;
  headers?: Record<string, string>;
}

function login({ email }: { email: string }, attempt: Attempt = {}) {
  const { source = '192.0.2.1', deviceId, headers = {} } = attempt;
  const body = {
    email,
    password: attempt.password ?? password,
    ...(deviceId === undefined ? {} : { deviceInfo: { deviceId } }),
  };
  return send(backend, 'POST /user/login', { body, source, headers });
}

async function fail(person: { email: string }, times: number, attempt: Attempt = {}) {
  const statuses: number[] = [];
  for (let tries = 0; tries < times; tries += 1)
    statuses.push((await login(person, { ...attempt, password: 'wrong' })).status);
  return statuses;
}

const statusOf = async (...attempt: Parameters<typeof login>) => (await login(...attempt)).status;
const newDevice = () => randomBytes(16).toString('base64url');
const times = (count: number, status: number) => Array.from({ length: count }, () => status);

/** Sets the count of failures in a row, which by hand would take hours. */
async function setInRow({ id }: Person, inRow: number, deviceId?: string) {
  await (deviceId === undefined
    ? backend.database
        .insert(passwordFailures)
        .values({ account: id, inRow })
        .onConflictDoUpdate({ target: passwordFailures.account, set: { inRow } })
    : backend.database
        .update(knownDevices)
        .set({ failuresInRow: inRow })
        .where(eq(knownDevices.userId, id)));
}

it('[B15] Ten wrong passwords by a stranger at the same address do not stop the owner in a known browser', async () => {
  const [owner, deviceId] = [await Person.create(backend), newDevice()];
  expect(await statusOf(owner, { deviceId })).toBe(200);
  expect(await fail(owner, 11)).toEqual([...times(10, 401), 429]);
  expect(await statusOf(owner)).toBe(429);
  expect(await statusOf(owner, { deviceId })).toBe(200);
  expect(await statusOf(owner, { deviceId: newDevice() })).toBe(429);
});

it('[B15] Ten wrong passwords by a stranger do not stop anybody at another address', async () => {
  const owner = await Person.create(backend);
  await fail(owner, 11, { source: '192.0.2.1' });
  expect(await statusOf(owner, { source: '192.0.2.2' })).toBe(200);
  expect(await statusOf(owner, { source: '192.0.2.1' })).toBe(429);
});

it('[B15] Ten wrong passwords in a known browser stop that browser, and no other', async () => {
  const [owner, one, other] = [await Person.create(backend), newDevice(), newDevice()];
  for (const deviceId of [one, other]) await login(owner, { deviceId });
  expect(await fail(owner, 11, { deviceId: one })).toEqual([...times(10, 401), 429]);
  expect(await statusOf(owner, { deviceId: one, source: '192.0.2.9' })).toBe(429);
  expect(await statusOf(owner, { deviceId: other })).toBe(200);
  expect(await statusOf(owner)).toBe(200);
  backend.advance(15 * minute);
  expect(await statusOf(owner, { deviceId: one })).toBe(200);
});

it('[CVE-2026-45364] Eleven tries with eleven X-Forwarded-For headers are eleven tries from one address', async () => {
  const owner = await Person.create(backend);
  const statuses: number[] = [];
  for (let tries = 0; tries < 11; tries += 1) {
    const address = `198.51.100.${String(tries)}`;
    const headers = {
      'X-Forwarded-For': address,
      Forwarded: `for=${address}`,
      'X-Real-IP': address,
      'X-Client-IP': address,
      'CF-Connecting-IP': address,
      'True-Client-IP': address,
    };
    statuses.push(await statusOf(owner, { password: 'wrong', headers }));
  }
  expect(statuses).toEqual([...times(10, 401), 429]);
});

it('[B15] A browser that one account knows is unknown to another', async () => {
  const [owner, other, deviceId] = [
    await Person.create(backend),
    await Person.create(backend),
    newDevice(),
  ];
  await login(owner, { deviceId });
  await fail(other, 10);
  expect(await statusOf(other, { deviceId })).toBe(429);
});

it.each([
  ['no identifier', undefined],
  ['an empty one', ''],
  ['one that is too short', 'A'.repeat(21)],
  ['one that is too long', 'A'.repeat(23)],
  ['one that says the same in another way', 'AAAAAAAAAAAAAAAAAAAAAB'],
  ['one with other signs', 'AAAAAAAAAA+AAAAAAAAAAA'],
  ['one with a line break', `${'A'.repeat(21)}\n`],
  ['a number', 7],
  ['a list', ['A'.repeat(22)]],
])('[B15] A browser that sends %s signs in, and stays a stranger', async (_what, deviceId) => {
  const owner = await Person.create(backend);
  expect(await statusOf(owner, { deviceId })).toBe(200);
  await fail(owner, 10);
  expect(await statusOf(owner, { deviceId })).toBe(429);
});

it('[B15] The database contains only a keyed hash of the browser’s identifier', async () => {
  const [owner, deviceId] = [await Person.create(backend), newDevice()];
  await login(owner, { deviceId });
  const rows = [
    await backend.database.select().from(knownDevices).where(eq(knownDevices.userId, owner.id)),
    await backend.database.select().from(sessions).where(eq(sessions.userId, owner.id)),
  ];
  expect(rows.map(({ length }) => length)).toEqual([1, 1]);
  expect(JSON.stringify(rows)).not.toContain(deviceId);
});

it('[B15] Where a second step is on, a browser is known only once it has passed it', async () => {
  const [owner, deviceId] = [await Person.signedIn(backend), newDevice()];
  const { secret } = await owner.setUpAuthenticator();
  const signIn = async () => {
    const session = await Person.create(backend);
    session.takeFrom(await login(owner, { deviceId }));
    return session;
  };
  await signIn();
  await fail(owner, 10);
  expect(await statusOf(owner, { deviceId })).toBe(429);
  backend.advance(15 * minute);
  await (await signIn()).passSecondStep(currentTotpCode(secret, backend.now()));
  await fail(owner, 10);
  expect(await statusOf(owner, { deviceId })).toBe(200);
});

it('[B15] The ten browsers that were used last stay known', async () => {
  const owner = await Person.create(backend);
  const devices = Array.from({ length: 11 }, newDevice);
  for (const deviceId of devices) {
    await login(owner, { deviceId });
    backend.advance(1000);
  }
  await login(owner, { deviceId: devices[1] });
  await login(owner, { deviceId: newDevice() });
  await fail(owner, 10);
  const statuses: number[] = [];
  for (const deviceId of devices) statuses.push(await statusOf(owner, { deviceId }));
  expect(statuses).toEqual([429, 200, 429, ...times(8, 200)]);
});

it('[B15] A hundred failures by strangers, from any address, close sign-in to unknown browsers for good, and the owner gets one mail', async () => {
  const [owner, deviceId] = [await Person.create(backend), newDevice()];
  await login(owner, { deviceId });
  await setInRow(owner, 98);
  expect(await fail(owner, 1, { source: '192.0.2.1' })).toEqual([401]);
  expect(owner.subjects()).toEqual([]);
  expect(await fail(owner, 1, { source: '192.0.2.2' })).toEqual([401]);
  expect(owner.subjects()).toEqual(['Sign-in from new browsers blocked after 100 wrong passwords']);
  for (const wait of [0, 15 * minute, 400 * day]) {
    backend.advance(wait);
    const refused = await login(owner, { source: '192.0.2.3' });
    expect([refused.status, refused.body.error]).toEqual([
      403,
      'Too many wrong passwords. Use a browser that you have signed in with before, or ask for help',
    ]);
  }
  expect(await statusOf(owner, { deviceId })).toBe(200);
  expect(await statusOf(owner)).toBe(403);
  expect(owner.subjects()).toEqual(['Sign-in from new browsers blocked after 100 wrong passwords']);
});

it('[B15] At most a hundred wrong passwords in a row are checked, however many are sent at once', async () => {
  const owner = await Person.create(backend);
  await setInRow(owner, 95);
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      login(owner, { password: 'wrong', source: `192.0.2.${String(index)}` }),
    ),
  );
  expect(replies.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(replies.filter(({ status }) => status === 403)).toHaveLength(15);
  expect(owner.subjects()).toEqual(['Sign-in from new browsers blocked after 100 wrong passwords']);
});

it('[B15] A mail that a crash prevented is sent with the next try', async () => {
  const owner = await Person.create(backend);
  await setInRow(owner, 100);
  expect(await statusOf(owner)).toBe(403);
  expect(await statusOf(owner)).toBe(403);
  expect(owner.subjects()).toEqual(['Sign-in from new browsers blocked after 100 wrong passwords']);
});

it('[B15] A right password in an unknown browser resets the count of unknown browsers; one in a known browser does not', async () => {
  const [owner, deviceId] = [await Person.create(backend), newDevice()];
  await login(owner, { deviceId });
  await setInRow(owner, 99);
  await login(owner, { deviceId });
  await fail(owner, 1);
  expect(await statusOf(owner)).toBe(403);
  await setInRow(owner, 99);
  expect(await statusOf(owner)).toBe(200);
  expect(await fail(owner, 2)).toEqual([401, 401]);
  expect(await statusOf(owner)).toBe(200);
});

it('[B15] A hundred failures in a known browser make it unknown, and the owner gets a mail', async () => {
  const [owner, deviceId] = [await Person.create(backend), newDevice()];
  await login(owner, { deviceId });
  await setInRow(owner, 99, deviceId);
  expect(await fail(owner, 1, { deviceId })).toEqual([401]);
  expect(owner.subjects()).toEqual(['100 wrong passwords from a browser you use']);
  await setInRow(owner, 100);
  expect(await statusOf(owner, { deviceId })).toBe(403);
  await setInRow(owner, 0);
  expect(await statusOf(owner, { deviceId })).toBe(200);
  await fail(owner, 10);
  expect(await statusOf(owner, { deviceId })).toBe(200);
});

it('[B15] A right password in a known browser resets its own count', async () => {
  const [owner, deviceId] = [await Person.create(backend), newDevice()];
  await login(owner, { deviceId });
  await setInRow(owner, 99, deviceId);
  expect(await statusOf(owner, { deviceId })).toBe(200);
  const [row] = await backend.database
    .select()
    .from(knownDevices)
    .where(eq(knownDevices.userId, owner.id));
  expect(row?.failuresInRow).toBe(0);
});

it('[B15] An administrator’s reset opens sign-in to unknown browsers again', async () => {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const administrator = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
  const member = await Person.create(backend, { orgId });
  await setInRow(member, 100);
  expect(await statusOf(member)).toBe(403);
  await administrator.post('/mfa/reset', { resetUserId: member.id });
  expect(await statusOf(member)).toBe(200);
});

it('[B11] Sign-in closes for an address without an account as for one with an account, and its data is deleted after 30 days', async () => {
  const nobody = { email: `${newDevice()}@example.com` };
  const statuses: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    statuses.push(...(await fail(nobody, 10)));
    backend.advance(15 * minute);
  }
  expect(statuses).toEqual(times(100, 401));
  expect(await statusOf(nobody)).toBe(403);
  const kept = await backend.database.select().from(passwordFailures);
  expect(JSON.stringify(kept)).not.toContain(nobody.email);
  backend.advance(30 * day);
  expect(await statusOf(nobody)).toBe(401);
});

it('[B2, CVE-2026-9798] While codes are locked, every call that takes a code says so', async () => {
  const owner = await Person.signedIn(backend);
  const { secret, backupCodes } = await owner.setUpAuthenticator();
  const [pending, old] = [await owner.post('/mfa/setup', { mfaType: 'GOOGLE_AUTH' }), owner];
  const newSecret = (pending.body.data as { secret: string }).secret;
  const limited = await owner.signIn();
  for (let tries = 0; tries < 5; tries += 1) await limited.sendCode('000000');
  backend.advance(30_000);
  const code = currentTotpCode(secret, backend.now());
  const turnOff = () => owner.post('/mfa/disable', { mfaType: 'GOOGLE_AUTH' });
  const ways = {
    'sign-in, in a new session': async () => (await owner.signIn()).sendCode(code),
    'sign-in, with a backup code': () => limited.sendCode(backupCodes[0] ?? ''),
    'set-up': () =>
      owner.post('/mfa/verify-setup', {
        mfaType: 'GOOGLE_AUTH',
        code: currentTotpCode(newSecret, backend.now()),
      }),
    'step-up': () => old.sendCode(code),
  };
  for (const [way, go] of Object.entries(ways)) {
    const { status, headers, body } = await go();
    expect([way, status, headers.get('Retry-After'), body.error]).toEqual([
      way,
      429,
      '870',
      'Too many tries. Try again later',
    ]);
  }
  // Turning off takes no code itself: it asks for a step-up, which takes one.
  backend.advance(10 * minute);
  expect((await turnOff()).body.error_code).toBe('REAUTH_REQUIRED');
  const stepUp = await owner.sendCode(currentTotpCode(secret, backend.now()));
  expect([stepUp.status, stepUp.headers.get('Retry-After')]).toEqual([429, '270']);
  expect((await turnOff()).body.error_code).toBe('REAUTH_REQUIRED');
});

it('[B2, CVE-2026-9798] Codes that were locked during a set-up are locked at sign-in too', async () => {
  const owner = await Person.signedIn(backend);
  const { secret } = await owner.setUpAuthenticator();
  await owner.post('/mfa/setup', { mfaType: 'GOOGLE_AUTH' });
  for (let tries = 0; tries < 5; tries += 1)
    await owner.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code: '000000' });
  backend.advance(30_000);
  const limited = await owner.signIn();
  expect((await limited.sendCode(currentTotpCode(secret, backend.now()))).status).toBe(429);
});

it.each(['sign-in', 'set-up'])(
  '[B15] A hundredth wrong code at %s locks codes for ever, and the owner is told once',
  async (way) => {
    const owner = await Person.signedIn(backend);
    await owner.setUpAuthenticator();
    await owner.post('/mfa/setup', { mfaType: 'GOOGLE_AUTH' });
    const limited = await owner.signIn();
    const guess = () =>
      way === 'sign-in'
        ? limited.sendCode('000000')
        : owner.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code: '000000' });
    const ours = eq(users.id, owner.id);
    await backend.database.update(users).set({ wrongCodes: 2, wrongCodesInRow: 98 }).where(ours);
    expect((await guess()).status).toBe(400);
    expect(owner.subjects()).not.toContain('Codes blocked after 100 wrong attempts');
    expect((await guess()).status).toBe(400);
    expect(owner.subjects()[0]).toBe('Codes blocked after 100 wrong attempts');
    backend.advance(15 * minute);
    expect((await guess()).status).toBe(403);
    expect((await guess()).status).toBe(403);
    expect(
      owner.subjects().filter((subject) => subject === 'Codes blocked after 100 wrong attempts'),
    ).toHaveLength(1);
    const told = and(ours, eq(users.isCodeLockTold, true));
    await backend.database.update(users).set({ isCodeLockTold: false }).where(told);
    // As after a crash between the wrong code and its mail.
    expect((await guess()).status).toBe(403);
    expect(
      owner.subjects().filter((subject) => subject === 'Codes blocked after 100 wrong attempts'),
    ).toHaveLength(2);
  },
);
