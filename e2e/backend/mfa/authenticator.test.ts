import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as v from 'valibot';
import { totpSetupAnswer } from '../../../src/api/contract-set-up.ts';
import { authenticators, backupCodes, pendingAuthenticators, users } from '../database/schema.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { currentTotpCode } from './totp.ts';

const step = 30_000;
const lock = 15 * 60_000;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** Someone whose authenticator app is on, in a new session that waits for the second step. */
async function waiting() {
  const owner = await Person.signedIn(backend);
  const { secret, backupCodes: codes } = await owner.setUpAuthenticator();
  backend.advance(step);
  const code = (offset = 0) => currentTotpCode(secret, backend.now() + offset);
  return { owner, person: await owner.signIn(), code, codes, secret };
}

/** Never the right one, nor that of a step beside it. */
function wrongFor(secret: string): string {
  const near = new Set(
    [-step, 0, step].map((offset) => currentTotpCode(secret, backend.now() + offset)),
  );
  return ['000000', '111111', '222222', '333333'].find((code) => !near.has(code)) ?? '';
}

async function begin(person: Person) {
  const reply = await person.post('/mfa/setup', { mfaType: 'GOOGLE_AUTH' });
  return v.parse(totpSetupAnswer, reply.body.data);
}

it('[B1] Only one of 50 equal codes sent at once signs the person in', async () => {
  const { person, code } = await waiting();
  const right = code();
  const replies = await Promise.all(Array.from({ length: 50 }, () => person.sendCode(right)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

it.each([
  ['at once', 0],
  ['30 s later, still inside the window', step],
])('[B1, CVE-2026-82470, CVE-2021-43177] A code is not taken again %s', async (_when, later) => {
  const { owner, person, code } = await waiting();
  const used = code();
  expect((await person.sendCode(used)).status).toBe(200);
  backend.advance(later);
  expect((await (await owner.signIn()).sendCode(used)).status).toBe(400);
});

it('[B1, CVE-2026-82470] After a code, the code of the time step before it is not accepted either', async () => {
  const { owner, person, code } = await waiting();
  const before = code(-step);
  backend.advance(step);
  expect((await person.sendCode(code())).status).toBe(200);
  expect((await (await owner.signIn()).sendCode(before)).status).toBe(400);
});

it('[B1] The code that confirmed the set-up does not sign in', async () => {
  const owner = await Person.signedIn(backend);
  const { secret } = await owner.setUpAuthenticator();
  const session = await owner.signIn();
  expect((await session.sendCode(currentTotpCode(secret, backend.now()))).status).toBe(400);
});

it('[B2, CVE-2023-47111, CVE-2024-4629] At most 5 of 200 parallel wrong codes are checked', async () => {
  const { person, code, secret } = await waiting();
  const wrong = wrongFor(secret);
  const replies = await Promise.all(Array.from({ length: 200 }, () => person.sendCode(wrong)));
  expect(replies.filter(({ status }) => status === 400)).toHaveLength(5);
  const locked = replies.filter(({ status }) => status === 429);
  expect(locked).toHaveLength(195);
  expect(locked[0]?.headers.get('Retry-After')).toBe('900');
  expect((await person.sendCode(code())).status).toBe(429);
});

it('[B2] A locked account accepts a code again after 15 minutes, and not before', async () => {
  const { person, code, secret } = await waiting();
  for (let tries = 0; tries < 5; tries += 1) await person.sendCode(wrongFor(secret));
  backend.advance(lock - 1);
  expect((await person.sendCode(code())).status).toBe(429);
  backend.advance(1);
  expect((await person.sendCode(code())).status).toBe(200);
});

it('[CVE-2026-123521] The sixth guess is refused, and each before it says how many are left', async () => {
  const { person, secret } = await waiting();
  const left: unknown[] = [];
  for (let tries = 0; tries < 5; tries += 1)
    left.push((await person.sendCode(wrongFor(secret))).body.data);
  expect(left).toEqual([4, 3, 2, 1, 0].map((attemptsLeft) => ({ attemptsLeft })));
  expect((await person.sendCode(wrongFor(secret))).status).toBe(429);
});

it('[CVE-2026-103977, CVE-2026-78655] A new session keeps the count of wrong codes', async () => {
  const { owner, secret } = await waiting();
  for (let tries = 0; tries < 5; tries += 1)
    await (await owner.signIn()).sendCode(wrongFor(secret));
  expect((await (await owner.signIn()).sendCode(wrongFor(secret))).status).toBe(429);
});

it('[B2] Wrong codes at set-up and at sign-in share one count', async () => {
  const { owner, person, secret } = await waiting();
  const pending = await begin(owner);
  for (let tries = 0; tries < 3; tries += 1) await person.sendCode(wrongFor(secret));
  const code = wrongFor(pending.secret);
  const body = { mfaType: 'GOOGLE_AUTH', code };
  expect((await owner.post('/mfa/verify-setup', body)).body.data).toEqual({ attemptsLeft: 1 });
  expect((await owner.post('/mfa/verify-setup', body)).body.data).toEqual({ attemptsLeft: 0 });
  expect((await owner.post('/mfa/verify-setup', body)).status).toBe(429);
  expect((await person.sendCode(wrongFor(secret))).status).toBe(429);
});

it('[B2] Where nothing is being set up, no code is counted as a guess', async () => {
  const { owner, person, code } = await waiting();
  const body = { mfaType: 'GOOGLE_AUTH', code: '000000' };
  for (let tries = 0; tries < 6; tries += 1)
    expect((await owner.post('/mfa/verify-setup', body)).status).toBe(400);
  expect((await person.sendCode(code())).status).toBe(200);
});

it('[B2] Confirming a new app does not reset the count of guesses at the old one', async () => {
  const { owner, person, secret } = await waiting();
  for (let tries = 0; tries < 4; tries += 1) await person.sendCode(wrongFor(secret));
  const renewed = await owner.setUpAuthenticator();
  const session = await owner.signIn();
  expect((await session.sendCode(wrongFor(renewed.secret))).body.data).toEqual({ attemptsLeft: 0 });
});

it('[B2] After 100 wrong codes in a row no code is accepted, however long one waits', async () => {
  const { owner, code, secret } = await waiting();
  await backend.database.update(users).set({ wrongCodesInRow: 99 }).where(eq(users.id, owner.id));
  const person = await owner.signIn();
  expect((await person.sendCode(wrongFor(secret))).status).toBe(400);
  backend.advance(lock);
  expect((await person.sendCode(code())).status).toBe(403);
});

it('[B2] A right code resets the count', async () => {
  const { owner, person, code, secret } = await waiting();
  for (let tries = 0; tries < 4; tries += 1) await person.sendCode(wrongFor(secret));
  expect((await person.sendCode(code())).status).toBe(200);
  const next = await owner.signIn();
  expect((await next.sendCode(wrongFor(secret))).body.data).toEqual({ attemptsLeft: 4 });
});

it('[B5, CVE-2026-104106, CVE-2026-123530] A set-up that is not confirmed is not asked for at sign-in', async () => {
  const person = await Person.signedIn(backend);
  await begin(person);
  const next = await person.signIn();
  expect(await next.status()).toMatchObject({ isEnabled: false, sessionVerified: true });
});

it('[B5] While a new app is being set up, the old one signs in, and the new one does not', async () => {
  const { owner, person, code, codes } = await waiting();
  const pending = await begin(owner);
  const newCode = currentTotpCode(pending.secret, backend.now());
  expect((await person.sendCode(newCode)).status).toBe(400);
  expect((await person.sendCode(pending.backupCodes[0] ?? '')).status).toBe(400);
  expect((await person.sendCode(code())).status).toBe(200);
  expect((await (await owner.signIn()).sendCode(codes[0] ?? '')).status).toBe(200);
});

it('[B5] Repeating a pending set-up returns the same secret and new backup codes', async () => {
  const person = await Person.signedIn(backend);
  const [first, second] = [await begin(person), await begin(person)];
  expect(second.secret).toBe(first.secret);
  expect(second.backupCodes).not.toEqual(first.backupCodes);
});

it('[B5] Another session never sees the secret that is pending in this one', async () => {
  const person = await Person.signedIn(backend);
  const first = await begin(person);
  const second = await begin(await person.signIn());
  expect(second.secret).not.toBe(first.secret);
  const code = currentTotpCode(first.secret, backend.now());
  const reply = await person.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });
  expect(reply.status).toBe(400);
});

it('[B5] A set-up that is not confirmed within an hour expires; the next one has another secret', async () => {
  const person = await Person.signedIn(backend);
  const prove = (secret: string) => {
    const code = currentTotpCode(secret, backend.now());
    return person.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });
  };
  const again = async () => {
    await person.proveByPassword();
    return begin(person);
  };
  const { secret } = await again();
  backend.advance(60 * 60_000 - 1000);
  expect((await again()).secret).toBe(secret);
  backend.advance(60 * 60_000);
  await person.renew();
  const late = await prove(secret);
  expect([late.status, late.body.error]).toEqual([400, 'MFA setup verification failed']);
  const next = await again();
  expect(next.secret).not.toBe(secret);
  expect((await prove(next.secret)).status).toBe(200);
});

it('[B5] A confirmed set-up is no longer pending: it cannot be confirmed twice, and the next one has a new secret', async () => {
  const person = await Person.signedIn(backend);
  const { secret } = await begin(person);
  const code = currentTotpCode(secret, backend.now());
  const prove = () => person.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });
  const replies = await Promise.all([prove(), prove()]);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 400]));
  expect((await begin(person)).secret).not.toBe(secret);
});

it('[CVE-2026-62232] A session that waits for the second step cannot touch a pending set-up', async () => {
  const { owner, person } = await waiting();
  const pending = await begin(owner);
  const reply = await person.post('/mfa/setup', { mfaType: 'GOOGLE_AUTH' });
  expect(reply.status).toBe(403);
  expect(reply.body.error_code).toBe('MFA_REQUIRED');
  expect((await begin(owner)).secret).toBe(pending.secret);
});

it('A new app takes the place of the old one, and its backup codes of theirs', async () => {
  const { owner, code, codes } = await waiting();
  const renewed = await owner.setUpAuthenticator();
  backend.advance(step);
  const session = await owner.signIn();
  expect((await session.sendCode(code())).status).toBe(400);
  expect((await session.sendCode(codes[0] ?? '')).status).toBe(400);
  const newCode = currentTotpCode(renewed.secret, backend.now());
  expect((await session.sendCode(newCode)).status).toBe(200);
});

it('[B10, CVE-2026-31875] A backup code works once, also when 20 requests send it at once', async () => {
  const { owner, person, codes } = await waiting();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9a-hjkmnp-z]{5}-[2-9a-hjkmnp-z]{5}$/);
  const replies = await Promise.all(
    Array.from({ length: 20 }, () => person.sendCode(codes[0] ?? '')),
  );
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  backend.advance(lock);
  const later = await owner.signIn();
  expect((await later.sendCode(codes[0] ?? '')).status).toBe(400);
  expect((await later.sendCode(codes[1] ?? '')).status).toBe(200);
});

it('[B10, B12] A person gets an email about each backup code that was used and how many are left', async () => {
  const { owner, person, codes } = await waiting();
  await person.sendCode('not-a-code');
  expect(owner.subjects()).not.toContain('Backup code used on your account');
  await person.sendCode(codes[0] ?? '');
  expect(owner.subjects()[0]).toBe('Backup code used on your account');
  const mail = backend.inbox?.messages().find(({ subject }) => subject.startsWith('Backup code'));
  expect(mail?.text).toContain('You have 9 backup codes left.');
});

const arabicIndic = (code: string) =>
  code.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

const waysToType: [string, (code: string) => string][] = [
  ['with a dash', (code) => `${code.slice(0, 3)}-${code.slice(3)}`],
  ['with an en dash', (code) => `${code.slice(0, 3)}\u2013${code.slice(3)}`],
  ['with spaces', (code) => ` ${code.slice(0, 3)}\u00A0${code.slice(3)} `],
  ['followed by a zero-width space', (code) => `${code}\u200B`],
  ['followed by a full stop', (code) => `${code}.`],
  ['followed by a line break', (code) => `${code}\n`],
  ['in direction marks', (code) => `\u2068${code}\u2069`],
  ['in Arabic-Indic digits', arabicIndic],
];

it.each(waysToType)(
  '[GHSA-rmmc-8cqj-hfp3] The right code typed %s is the right code',
  async (_how, type) => {
    const { person, code } = await waiting();
    expect((await person.sendCode(type(code()))).status).toBe(200);
  },
);

it.each(waysToType)('The code that confirms a set-up may be typed %s', async (_how, type) => {
  const person = await Person.signedIn(backend);
  const { secret } = await begin(person);
  const code = type(currentTotpCode(secret, backend.now()));
  const reply = await person.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });
  expect(reply.status).toBe(200);
});

it.each<[string, (code: string) => string]>([
  ['with a long dash', (code) => code.replace('-', '\u2013')],
  ['with a longer dash and spaces', (code) => code.replace('-', ' \u2014 ')],
  ['with a minus sign', (code) => code.replace('-', '\u2212')],
  ['without its dash', (code) => code.replace('-', '')],
  ['followed by a zero-width space', (code) => `${code}\u200B`],
  ['in Arabic-Indic digits', arabicIndic],
  [
    'in full width',
    (code) => code.replace(/[!-~]/g, (each) => String.fromCodePoint(each.charCodeAt(0) + 0xfee0)),
  ],
])('[B10] A backup code may be typed %s, and is used up by it', async (_how, type) => {
  const { owner, person, codes } = await waiting();
  const [code = ''] = codes;
  expect((await person.sendCode(type(code))).status).toBe(200);
  expect((await (await owner.signIn()).sendCode(code)).status).toBe(400);
});

it('[B2, GHSA-rmmc-8cqj-hfp3] Input that does not have the form of a code costs no try', async () => {
  const { owner, person, code, codes, secret } = await waiting();
  await begin(owner);
  const { length } = codes[0] ?? '';
  const shapeless = [
    '1',
    '12345',
    '1234567',
    'not-a-code',
    '\u200B',
    '-',
    'iiiii-00000',
    'k'.repeat(length),
  ];
  for (const typed of [
    ...shapeless,
    code().slice(0, 5),
    `${code()}0`,
    codes[0]?.slice(0, 9) ?? '',
  ]) {
    const signIn = await person.sendCode(typed);
    expect(signIn.body).toEqual({ success: false, error: 'Invalid code' });
    const setup = await owner.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code: typed });
    expect(setup.body).toEqual({ success: false, error: 'MFA setup verification failed' });
  }
  const wrong = await person.sendCode(wrongFor(secret));
  expect(wrong.body.data).toEqual({ attemptsLeft: 4 });
});

it('[B2] A backup code does not confirm a set-up, and costs no try there', async () => {
  const person = await Person.signedIn(backend);
  const { secret, backupCodes } = await begin(person);
  const prove = (code = '') => person.post('/mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code });
  expect((await prove(backupCodes[0])).body.data).toBeUndefined();
  const wrong = await prove(wrongFor(secret));
  expect([wrong.status, wrong.body.error]).toEqual([400, 'MFA setup verification failed']);
  expect(wrong.body.data).toEqual({ attemptsLeft: 4 });
});

it('[B10] A backup code may be typed in capitals, with spaces or without its hyphen', async () => {
  const { person, codes } = await waiting();
  const typed = (codes[3] ?? '').toUpperCase().replace('-', ' ');
  expect((await person.sendCode(` ${typed} `)).status).toBe(200);
});

it('[B10] A backup code does not work for another person', async () => {
  const [one, other] = [await waiting(), await waiting()];
  expect((await one.person.sendCode(other.codes[0] ?? '')).status).toBe(400);
});

it('[B10, CVE-2026-62376] No secret and no backup code is in the database in the clear', async () => {
  const { owner, secret, codes } = await waiting();
  const pending = await begin(owner);
  const rows = JSON.stringify([
    await backend.database.select().from(authenticators),
    await backend.database.select().from(pendingAuthenticators),
    await backend.database.select().from(backupCodes),
  ]);
  for (const text of [secret, pending.secret, ...codes, ...pending.backupCodes])
    expect(rows).not.toContain(text);
});

it('An app whose secret was deleted accepts no code', async () => {
  const { owner, person, code, codes } = await waiting();
  await backend.database.delete(authenticators).where(eq(authenticators.userId, owner.id));
  expect((await person.sendCode(code())).status).toBe(400);
  expect((await person.sendCode(codes[0] ?? '')).status).toBe(400);
});

it('The QR code is a PNG that a phone may show', async () => {
  const { qrCode } = await begin(await Person.signedIn(backend));
  expect(qrCode).toMatch(/^data:image\/png;base64,iVBOR/);
});
