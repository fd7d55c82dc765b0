import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rateLimits, users } from '../database/schema.ts';
import { Person, password } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const login = (email: string, typed: string) =>
  send(backend, 'POST /user/login', { body: { email, password: typed } });

const counts = async ({ id }: Person) =>
  (await backend.database.select().from(users).where(eq(users.id, id)))[0];

const setCounts = ({ id }: Person, set: Partial<typeof users.$inferSelect>) =>
  backend.database.update(users).set(set).where(eq(users.id, id));

it('[B11] The right password resets the count of tries for its own address only', async () => {
  const [person, other] = [await Person.create(backend), await Person.create(backend)];
  for (const { email } of [person, other])
    for (let tries = 0; tries < 9; tries += 1) await login(email, 'wrong');
  expect((await login(person.email, password)).status).toBe(200);
  for (let tries = 0; tries < 10; tries += 1)
    expect((await login(person.email, 'wrong')).status).toBe(401);
  const refused = await login(person.email, password);
  expect([refused.status, refused.body.error]).toEqual([429, 'Too many tries. Try again later']);
  expect((await login(other.email, 'wrong')).status).toBe(401);
  expect((await login(other.email, 'wrong')).status).toBe(429);
});

it('A refused try does not lengthen the wait', async () => {
  const { email } = await Person.create(backend);
  for (let tries = 0; tries < 10; tries += 1) await login(email, 'wrong');
  backend.advance(15 * minute - 1);
  const refused = await login(email, password);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
  backend.advance(1);
  expect((await login(email, password)).status).toBe(200);
});

it('Tries are deleted once their window is over, and no others are', async () => {
  const now = backend.now();
  const keys = ['over', 'still open'];
  await backend.database.insert(rateLimits).values([
    { key: 'over', count: 1, endsAt: now },
    { key: 'still open', count: 1, endsAt: now + 1 },
  ]);
  await login('somebody@example.com', 'wrong');
  const left = await backend.database
    .select({ key: rateLimits.key })
    .from(rateLimits)
    .where(inArray(rateLimits.key, keys));
  expect(left).toEqual([{ key: 'still open' }]);
});

// PGlite has one connection, so that nothing ever waits there.
it.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
  'Tries that another process is forgetting are not waited for',
  async () => {
    const key = 'being forgotten';
    await backend.database.insert(rateLimits).values({ key, count: 1, endsAt: 0 });
    await backend.database.transaction(async (tx) => {
      await tx.select().from(rateLimits).where(eq(rateLimits.key, key)).for('update');
      const statuses: number[] = [];
      void login('anybody@example.com', 'wrong').then(({ status }) => statuses.push(status));
      let waiting = 0;
      while (statuses.length === 0 && waiting === 0) waiting = await countWaiting(tx);
      expect({ statuses, waiting }).toEqual({ statuses: [401], waiting: 0 });
    });
  },
);

it('[B2] A temporary lock is reported first; after it, a hundred wrong codes in a row stay refused', async () => {
  const person = await Person.signedIn(backend);
  const { secret } = await person.setUpAuthenticator();
  expect(secret).toHaveLength(32);
  await setCounts(person, { wrongCodes: 4, wrongCodesInRow: 99 });
  const wrong = await person.sendCode('aaaaa-aaaaa');
  expect([wrong.status, wrong.body.error]).toEqual([400, 'Invalid code']);
  const locked = await person.sendCode('aaaaa-aaaaa');
  expect([locked.status, locked.headers.get('Retry-After')]).toEqual([429, '900']);
  backend.advance(15 * minute);
  const refused = await person.sendCode('aaaaa-aaaaa');
  expect([refused.status, refused.body.error]).toEqual([
    403,
    'Too many wrong codes. Use another method, or ask for a reset',
  ]);
});

it('[B2] Passing the second step resets the count of wrong codes; confirming a new app takes back only its own code', async () => {
  const person = await Person.signedIn(backend);
  const { backupCodes } = await person.setUpAuthenticator();
  const none = { wrongCodes: 0, wrongCodesInRow: 0, lockedUntil: 0 };
  expect(await counts(person)).toMatchObject(none);
  await setCounts(person, { wrongCodes: 4, wrongCodesInRow: 24 });
  backend.advance(30_000);
  await person.setUpAuthenticator();
  expect(await counts(person)).toMatchObject({ ...none, wrongCodes: 4, wrongCodesInRow: 24 });
  const renewed = await person.setUpAuthenticator();
  expect(backupCodes).not.toEqual(renewed.backupCodes);
  expect((await person.sendCode(renewed.backupCodes[0] ?? '')).status).toBe(200);
  expect(await counts(person)).toMatchObject(none);
});
