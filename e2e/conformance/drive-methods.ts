import { Secret, TOTP } from 'otpauth';
import * as v from 'valibot';
import { totpSetupAnswer } from '../../src/api/contract-set-up.ts';
import type { TotpSetup } from '../../src/api/contract-set-up.ts';
import { failed, read, wrongToken } from './compare-calls.ts';
import type { Call } from './compare-calls.ts';

export const mfaType = 'GOOGLE_AUTH';

/** Begins to set up each method. Returns the set-up of the authenticator app. */
export async function beginSetUps(call: Call, token: string): Promise<TotpSetup> {
  const setUp = (what: string, type: string, expected: Parameters<Call>[3]) =>
    call(what, 'POST /mfa/setup', { token, body: { mfaType: type } }, expected);
  const refused = failed([400], 'Invalid MFA type specified');
  await setUp('an unknown method', 'CARRIER_PIGEON', refused);
  await setUp('a magic link', 'MAGIC_LINK', { data: 'MagicLinkSetup' });
  await setUp('a passkey', 'PASSKEY', { data: 'PasskeySetup' });
  return read(
    v.object({ data: totpSetupAnswer }),
    await setUp('an authenticator app', mfaType, { data: 'AuthenticatorSetup' }),
    'No authenticator app can be set up',
  ).data;
}

/** Proves possession of the app, and turns it off and on. It is on afterwards. */
export async function driveApp(call: Call, token: string, { secret }: TotpSetup): Promise<void> {
  const app = { token, body: { mfaType } };
  const prove = (code: string) => ({ token, body: { mfaType, code } });
  await call('before the set-up is proven', 'POST /mfa/enable', app, failed([400, 500]));
  await call(
    'a wrong code',
    'POST /mfa/verify-setup',
    prove(wrongCode(secret)),
    failed([400], 'MFA setup verification failed'),
  );
  const code = totp(secret).generate();
  await call('the right code', 'POST /mfa/verify-setup', prove(code));
  await call('the method is on', 'GET /mfa/status', { token });
  await call('the method that is on', 'POST /mfa/disable', app);
  await call('the method that is off', 'POST /mfa/primary', app, failed([400, 500]));
  await call('the method that is off', 'POST /mfa/enable', app);
  await call('the method that is on', 'POST /mfa/primary', app);
}

/** Makes the calls for passkeys and links as far as a program can without a passkey and a mailbox. */
export async function drivePasskeyAndLink(call: Call, token: string): Promise<void> {
  const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} };
  await call(
    'an unfinished registration',
    'POST /mfa/passkey/complete-registration',
    { token, body: { challenge: 'AAAA', credential } },
    failed([400], 'Passkey registration failed'),
  );
  await call('to the own address', 'POST /mfa/magic-link/send', { token });
  await call(
    'a bad token',
    'POST /mfa/magic-link/activate',
    { body: { token: wrongToken } },
    failed([400], 'Invalid or expired token'),
  );
}

/** Six digits that the app shows neither now nor in the steps beside. @param secret base32 */
export function wrongCode(secret: string): string {
  const near = [-30_000, 0, 30_000].map((offset) =>
    totp(secret).generate({ timestamp: Date.now() + offset }),
  );
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '';
}

function totp(secret: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret) });
}
