import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentTotpCode } from './mfa/totp.ts';
import { startBackend } from './start-backend.ts';
import { newDeviceId } from './testing/new-device-id.ts';
import { Person } from './testing/person.ts';
import { send } from './testing/send.ts';
import { appUrl, newDatabase, startTestBackend } from './testing/start-test-backend.ts';
import type { TestBackend } from './testing/start-test-backend.ts';

const server = process.env['TEST_DATABASE_URL'];

/**
 * Two backends that share a database and a key, as two processes would. An embedded database
 * allows only one.
 */
describe.skipIf(server === undefined)('Two backends behind one Postgres', () => {
  let backends: [TestBackend, TestBackend];
  beforeAll(async () => {
    const database = await newDatabase(server);
    const one = await startTestBackend({ database });
    const { now, secretKey, advance, inbox } = one;
    const smtpUrl = inbox?.smtpUrl;
    const options = { appUrl, database, now, secretKey, smtpUrl, demo: false };
    backends = [one, { ...(await startBackend(options)), now, secretKey, advance }];
  });
  afterAll(async () => {
    for (const backend of backends.toReversed()) await backend.close();
  });

  /** Sends one call this many times at once, half of them to each backend. */
  const both = (times: number, call: string, sent: { token?: string; body: unknown }) =>
    Promise.all(
      Array.from({ length: times }, (_, index) =>
        send(backends[index % 2 === 0 ? 0 : 1], call, sent),
      ),
    );

  it('[B3, CVE-2026-73431] accept one of 100 concurrent posts of one link', async () => {
    const person = await Person.signedIn(backends[0]);
    await person.post('/mfa/magic-link/send');
    const body = { token: person.newestLinkToken() };
    const replies = await both(100, 'POST /mfa/magic-link/activate', { body });
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(99);
  });

  it('[B2, CVE-2023-47111] check 5 of 200 concurrent wrong codes', async () => {
    const owner = await Person.signedIn(backends[0]);
    const { secret } = await owner.setUpAuthenticator();
    const { accessToken: token } = await owner.signIn();
    const near = [-30_000, 0, 30_000].map((offset) =>
      currentTotpCode(secret, backends[0].now() + offset),
    );
    const code = ['000000', '111111', '222222', '333333'].find((wrong) => !near.includes(wrong));
    const body = { mfaType: 'GOOGLE_AUTH', code };
    const replies = await both(200, 'POST /mfa/verify-login', { token, body });
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(195);
  });

  it('[B8] refuse at once a session or a device that the other has ended', async () => {
    const [first, second] = backends;
    const person = await Person.signedIn(first);
    const { accessToken: token } = person;
    const [revoked, removed] = [
      await person.signIn(),
      await person.signIn({ deviceInfo: { deviceId: newDeviceId() } }),
    ];
    const [id, [device]] = [await revoked.sessionId(), await person.devices()];
    await send(second, `POST /sessions/${id}/revoke`, { token });
    await send(second, `DELETE /devices/${device?.id ?? ''}`, { token });
    for (const ended of [revoked, removed]) expect(await ended.profileStatus()).toBe(401);
    expect(await person.profileStatus()).toBe(200);
  });

  it('[B8] answer concurrent changes and refreshes without an unexpected failure', async () => {
    const person = await Person.signedIn(backends[0]);
    await person.setUpAuthenticator();
    const { accessToken: token } = person;
    for (let round = 0; round < 10; round += 1) {
      const other = await person.signIn();
      const replies = await Promise.all([
        send(backends[1], `POST /mfa/${round % 2 === 0 ? 'disable' : 'enable'}`, {
          token,
          body: { mfaType: 'GOOGLE_AUTH' },
        }),
        ...Array.from({ length: 5 }, () => other.refresh()),
        ...Array.from({ length: 5 }, () => other.post('/mfa/passkey/auth-options')),
      ]);
      expect(replies[0]?.status).toBe(200);
      expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    }
  });
});
