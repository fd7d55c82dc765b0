import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestPassword as longestSent } from '../../../src/api/contract-password.ts';
import { longestPassword } from '../crypto/passwords.ts';
import { linkTokens, passwordResets, users } from '../database/schema.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { Person, password } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
const newPassword = 'a fine and different one';
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const signInWith = async (person: Person, used: string, source?: string) => {
  const body = { email: person.email, password: used };
  return (await send(backend, 'POST /user/login', { body, ...(source && { source }) })).status;
};
const askFor = (email: string, source = 'here') =>
  send(backend, 'POST /user/request-reset-password', { body: { email }, source });
const reset = (token: string, chosen = newPassword, source?: string) =>
  send(backend, 'POST /user/reset-password', {
    body: { token, newPassword: chosen },
    ...(source && { source }),
  });
const put = (person: Person, body: unknown) => person.send(`PUT /user/${person.id}`, body);
const resetMails = (person: Person) =>
  person.subjects().filter((subject) => subject === 'Choose a new password');
/** The token in the newest link with which the person may choose a password. */
async function linkFor(person: Person, source?: string): Promise<string> {
  expect((await askFor(person.email, source)).status).toBe(200);
  return person.newestLinkToken();
}

describe('PUT /user/{userId}', () => {
  it('changes the name that is sent and leaves the other as it is', async () => {
    const person = await Person.signedIn(backend, { name: 'Ada', lastName: 'King' });
    const reply = await put(person, { lastName: ' Lovelace ' });
    expect([reply.status, reply.body]).toEqual([
      200,
      { success: true, message: 'User updated successfully' },
    ]);
    expect((await person.get('/user/profile')).body.data).toMatchObject({
      name: 'Ada',
      lastName: 'Lovelace',
    });
    expect(person.subjects()).toEqual([]);
  });

  it('[B8] changes the password, ends the other sessions with their links, and tells by mail', async () => {
    const person = await Person.signedIn(backend);
    const other = await person.signIn();
    await other.post('/mfa/magic-link/send');
    const reset = await linkFor(person);
    expect((await put(person, { password: newPassword })).status).toBe(200);
    expect([await person.profileStatus(), await other.profileStatus()]).toEqual([200, 401]);
    expect(await signInWith(person, password)).toBe(401);
    expect(await signInWith(person, newPassword)).toBe(200);
    expect(person.subjects()[0]).toBe('Your password was changed');
    for (const table of [linkTokens, passwordResets])
      expect(await backend.database.$count(table, eq(table.userId, person.id))).toBe(0);
    expect(reset).not.toBe('');
  });

  it('[B6] wants a fresh proof for a password, and none for a name', async () => {
    const person = await Person.signedIn(backend);
    backend.advance(11 * minute);
    const { status, body } = await put(person, { password: newPassword });
    expect([status, body.error_code]).toEqual([403, 'REAUTH_REQUIRED']);
    expect((await put(person, { name: 'Ada' })).status).toBe(200);
    expect(await signInWith(person, password)).toBe(200);
  });

  it('[B7] answers the same for somebody else and for nobody', async () => {
    const [person, other] = [await Person.signedIn(backend), await Person.signedIn(backend)];
    for (const id of [other.id, 'none']) {
      const { status, body } = await person.send(`PUT /user/${id}`, { password: newPassword });
      expect([status, body]).toEqual([404, { success: false, error: 'User not found' }]);
    }
    expect(await signInWith(other, password)).toBe(200);
  });

  it('adds no password to an account that signs in with another provider', async () => {
    const person = await Person.signedIn(backend);
    const without = { passwordHash: null };
    await backend.database.update(users).set(without).where(eq(users.id, person.id));
    const { status, body } = await put(person, { password: newPassword });
    expect([status, body.error_code]).toEqual([400, 'NO_PASSWORD_SET']);
    expect((await put(person, { name: 'Ada' })).status).toBe(200);
  });

  it.each([
    ['elevenchars', 'PASSWORD_TOO_SHORT'],
    // Eleven letters in 22 units.
    ['\u{1D518}'.repeat(11), 'PASSWORD_TOO_SHORT'],
    // Each letter with its own accent.
    ['u\u0308'.repeat(11), 'PASSWORD_TOO_SHORT'],
    ['y'.repeat(1025), 'PASSWORD_TOO_LONG'],
    ['passwordpassword', 'PASSWORD_TOO_COMMON'],
    ['qwertyuiop1234', 'PASSWORD_TOO_COMMON'],
    ['aaaaaaaaaaaaaa', 'PASSWORD_TOO_COMMON'],
    ['abcdefghijklmn', 'PASSWORD_TOO_COMMON'],
    ['adalovelace1', 'PASSWORD_TOO_COMMON'],
  ])('refuses %j with %s and changes nothing', async (chosen, code) => {
    const person = await Person.signedIn(backend, { name: 'Ada', lastName: 'Lovelace' });
    const { status, body } = await put(person, { name: 'Other', password: chosen });
    expect([status, body.error_code]).toEqual([400, code]);
    expect((await person.get('/user/profile')).body.data).toMatchObject({ name: 'Ada' });
    expect(await signInWith(person, password)).toBe(200);
  });

  it.each([
    ['of words', 'correct horse battery staple'],
    ['with accents', 'Zwölf Boxkämpfer'],
    ['of 1024 characters', 'correct horse battery staple'.padEnd(1024, 'x')],
  ])('takes a password %s', async (_what, chosen) => {
    const person = await Person.signedIn(backend);
    expect((await put(person, { password: chosen })).status).toBe(200);
    expect(await signInWith(person, chosen)).toBe(200);
  });

  it('The app and the backend agree on the longest password', () => {
    expect(longestSent).toBe(longestPassword);
  });
});

describe('A forgotten password', () => {
  it('[B3] is chosen anew by an emailed link, and the second step is still asked for', async () => {
    const person = await Person.signedIn(backend);
    const { secret } = await person.setUpAuthenticator();
    const token = await linkFor(person);
    const { status, body } = await reset(token);
    expect([status, body]).toEqual([
      200,
      { success: true, message: 'Password reset successfully' },
    ]);
    expect(person.subjects()[0]).toBe('Your password was reset');
    expect([await person.profileStatus(), (await person.refresh()).status]).toEqual([401, 401]);
    const session = await person.signIn({ password: newPassword });
    expect((await session.status()).sessionVerified).toBe(false);
    expect(await session.profileStatus()).toBe(403);
    backend.advance(minute);
    await session.passSecondStep(currentTotpCode(secret, backend.now()));
    expect(await session.profileStatus()).toBe(200);
    expect(await signInWith(person, password)).toBe(401);
  });

  it("[CVE-2025-64101] The link's host comes from the configuration", async () => {
    const person = await Person.create(backend);
    await send(backend, 'POST /user/request-reset-password', {
      body: { email: person.email },
      headers: { 'X-Forwarded-Host': 'evil.example', Host: 'evil.example' },
    });
    const [mail] = backend.inbox?.messages() ?? [];
    expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/reset-password\?token=[\w-]{43}$/m);
    expect(mail?.to).toBe(person.email);
  });

  it('[B3, CVE-2026-73431] A link works once, also when it is used many times at once', async () => {
    const person = await Person.create(backend);
    const token = await linkFor(person);
    const replies = await Promise.all(Array.from({ length: 10 }, () => reset(token)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await reset(token)).body).toEqual({
      success: false,
      error: 'Invalid or expired token',
    });
  });

  it('[B3, B13] A link works for 30 minutes', async () => {
    const person = await Person.create(backend);
    const late = await linkFor(person);
    backend.advance(30 * minute);
    expect((await reset(late)).status).toBe(400);
    const token = await linkFor(person);
    backend.advance(30 * minute - 1);
    expect((await reset(token)).status).toBe(200);
  });

  it('[B3] A newer link replaces the older one', async () => {
    const person = await Person.create(backend);
    const older = await linkFor(person);
    const newer = await linkFor(person);
    expect((await reset(older)).status).toBe(400);
    expect((await reset(newer)).status).toBe(200);
  });

  it('[B3, CVE-2026-62376] Only a hash of the link is stored, and no other call takes it', async () => {
    const person = await Person.signedIn(backend);
    const token = await linkFor(person);
    const dump = JSON.stringify(await backend.database.select().from(passwordResets));
    expect(dump).not.toContain(token);
    for (const call of ['POST /mfa/magic-link/activate', 'POST /user/refresh'])
      expect(
        (await send(backend, call, { body: { token, refresh_token: token } })).status,
      ).toBeGreaterThanOrEqual(400);
    expect((await reset(person.refreshToken)).status).toBe(400);
    await person.post('/mfa/magic-link/send');
    expect((await reset(person.newestLinkToken())).status).toBe(400);
    expect((await reset(token)).status).toBe(200);
  });

  it('A refused password leaves the link as it is', async () => {
    const person = await Person.create(backend);
    const token = await linkFor(person);
    const refused = await reset(token, 'passwordpassword');
    expect([refused.status, refused.body.error_code]).toEqual([400, 'PASSWORD_TOO_COMMON']);
    expect((await reset(token)).status).toBe(200);
  });

  it('[B11] The answer and the limit are the same whether there is an account or not', async () => {
    const known = await Person.create(backend);
    const passwordless = await Person.create(backend);
    const closed = await Person.create(backend);
    const { database } = backend;
    const without = { passwordHash: null };
    await database.update(users).set(without).where(eq(users.id, passwordless.id));
    await database.update(users).set({ isActive: false }).where(eq(users.id, closed.id));
    const emails = [known.email, passwordless.email, closed.email, 'nobody@example.com'];
    const answers = [];
    for (const [index, email] of emails.entries()) {
      const replies = [];
      for (let count = 0; count < 4; count += 1)
        replies.push(await askFor(email.toUpperCase(), `198.51.100.${String(index)}`));
      answers.push(
        replies.map(({ status, body, headers }) => [status, body, headers.get('Retry-After')]),
      );
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.map(([status]) => status)).toEqual([200, 200, 200, 429]);
    expect([resetMails(known).length, resetMails(passwordless).length]).toEqual([3, 0]);
    expect(resetMails(closed)).toEqual([]);
  });

  it('[B11] The same statements run whether there is an account or not', async () => {
    const statements: string[] = [];
    const logger = { logQuery: (statement: string) => void statements.push(statement) };
    const watched = await startTestBackend({ statementLogger: logger });
    const { email } = await Person.create(watched);
    const during = async (address: string) => {
      statements.length = 0;
      const body = { email: address };
      await send(watched, 'POST /user/request-reset-password', { body });
      // The mail and what it says are read and written after the answer.
      return statements.filter((statement) => !/outbox|"sign_ins"/.test(statement));
    };
    const known = await during(email);
    expect(await during('nobody@example.com')).toEqual(known);
    expect(known.length).toBeGreaterThan(3);
    await watched.close();
  });

  it('[B15, CVE-2026-45364] Each source has its own few tries, whatever X-Forwarded-For says', async () => {
    const person = await Person.create(backend);
    const from = (source: string, forwarded: string) =>
      send(backend, 'POST /user/request-reset-password', {
        body: { email: person.email },
        source,
        headers: { 'X-Forwarded-For': forwarded },
      });
    for (let count = 0; count < 3; count += 1)
      expect((await from('203.0.113.1', String(count))).status).toBe(200);
    expect((await from('203.0.113.1', 'another')).status).toBe(429);
    expect((await from('203.0.113.2', 'another')).status).toBe(200);
    expect(resetMails(person)).toHaveLength(4);
    for (let source = 3; source < 6; source += 1)
      for (let count = 0; count < 3; count += 1) await from(`203.0.113.${String(source)}`, '');
    // No mailbox is flooded from many sources either.
    expect(resetMails(person).length).toBe(12);
  });

  it('[B15] A source that asks for many addresses is slowed down', async () => {
    const statuses = [];
    for (let count = 0; count < 31; count += 1)
      statuses.push((await askFor(`nobody${String(count)}@example.com`, '192.0.2.99')).status);
    expect(statuses.indexOf(429)).toBe(30);
  });

  it('[B15] Wrong passwords of before are forgotten with the old one', async () => {
    const person = await Person.create(backend);
    const source = '203.0.113.77';
    const guess = () => signInWith(person, 'not the password', source);
    for (let count = 0; count < 10; count += 1) await guess();
    expect(await signInWith(person, password, source)).toBe(429);
    await reset(await linkFor(person), newPassword, source);
    expect(await signInWith(person, newPassword, source)).toBe(200);
  });

  it('[B2] A lock on codes of the second step stays', async () => {
    const person = await Person.signedIn(backend);
    await person.setUpAuthenticator();
    const limited = await person.signIn();
    for (let count = 0; count < 5; count += 1) await limited.sendCode('000000');
    await reset(await linkFor(person));
    const session = await person.signIn({ password: newPassword });
    expect((await session.sendCode('000000')).status).toBe(429);
  });

  it('An account that is closed meanwhile stays as it is', async () => {
    const person = await Person.create(backend);
    const token = await linkFor(person);
    await backend.database.update(users).set({ isActive: false }).where(eq(users.id, person.id));
    expect((await reset(token)).status).toBe(400);
  });
});
