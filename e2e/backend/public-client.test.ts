import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentTotpCode } from './mfa/totp.ts';
import { Person, password } from './testing/person.ts';
import { send } from './testing/send.ts';
import { SoftwarePasskey } from './testing/software-passkey.ts';
import { startTestBackend } from './testing/start-test-backend.ts';
import type { TestBackend } from './testing/start-test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const tokens = v.looseObject({ accessToken: v.string(), refreshToken: v.string() });
const fullTokens = v.looseObject({ fullAccessToken: v.string(), refreshToken: v.string() });
const challenge = v.looseObject({ challenge: v.string() });

/** `deviceInfo` as the client sends it, and as the documentation's example for `setup` has it. */
const clientDevice = {
  userAgent: 'client',
  deviceType: 'DESKTOP',
  os: 'Linux',
  browser: 'Chrome',
  screenResolution: '1920x1080',
  timezone: 'Europe/Berlin',
  hardwareConcurrency: 8,
};
const documentedDevice = { name: 'Chrome on Linux', type: 'desktop' };

/** The platform's public client: each of its requests with exactly the fields that it sends. */
it('The platform’s own client sets methods up, signs in with them and manages them', async () => {
  const person = await Person.create(backend);
  const credentials = { email: person.email, password, deviceInfo: clientDevice };
  let token = '';
  let refreshToken = '';
  const call = async (name: string, body?: unknown) => {
    const reply = await send(backend, name, { token, body });
    expect([name, reply.status, reply.body.success]).toEqual([name, 200, true]);
    return reply.body;
  };
  const login = async () => {
    const answer = v.parse(tokens, await call('POST /user/login', credentials));
    ({ accessToken: token, refreshToken } = answer);
  };
  const verifyLogin = async (body: object) => {
    const answer = v.parse(fullTokens, await call('POST /mfa/verify-login', body));
    ({ fullAccessToken: token, refreshToken } = answer);
  };
  const passkey = new SoftwarePasskey();

  await login();
  await call('GET /user/profile');
  const setup = v.parse(
    v.looseObject({ secret: v.string() }),
    (await call('POST /mfa/setup', { mfaType: 'GOOGLE_AUTH', deviceInfo: clientDevice })).data,
  );
  const code = () => currentTotpCode(setup.secret, backend.now());
  await call('POST /mfa/verify-setup', { mfaType: 'GOOGLE_AUTH', code: code() });
  const options = v.parse(
    challenge,
    (await call('POST /mfa/setup', { mfaType: 'PASSKEY', deviceInfo: documentedDevice })).data,
  );
  await call('POST /mfa/passkey/complete-registration', {
    credential: passkey.create(options),
    challenge: options.challenge,
  });
  await call('POST /mfa/magic-link/send');
  await call('POST /mfa/magic-link/activate', { token: person.newestLinkToken() });
  await call('POST /mfa/primary', { mfaType: 'PASSKEY' });
  expect((await call('GET /mfa/status')).data).toMatchObject({
    enabledMethods: ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'],
    primaryMethod: 'PASSKEY',
  });
  await call('POST /user/logout', { refresh_token: refreshToken });

  backend.advance(30_000);
  await login();
  await verifyLogin({ mfaType: 'GOOGLE_AUTH', code: code() });
  await login();
  const asked = v.parse(challenge, (await call('POST /mfa/passkey/auth-options')).data);
  await verifyLogin({ mfaType: 'PASSKEY', credential: passkey.get(asked) });
  await login();
  await call('POST /mfa/magic-link/send');
  await verifyLogin({ mfaType: 'MAGIC_LINK', token: person.newestLinkToken() });

  const refreshed = v.parse(
    tokens,
    await call('POST /user/refresh', { refresh_token: refreshToken }),
  );
  ({ accessToken: token, refreshToken } = refreshed);
  await call('GET /mfa/methods');
  await call('POST /mfa/disable', { mfaType: 'PASSKEY' });
  await call('POST /mfa/enable', { mfaType: 'PASSKEY' });
  await call('POST /mfa/reset', { enable: true });
  expect((await call('GET /mfa/status')).data).toMatchObject({ enabledMethods: [] });
});
