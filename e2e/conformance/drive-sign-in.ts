import * as v from 'valibot';
import type { TotpSetup } from '../../src/api/contract-set-up.ts';
import { verifyLoginAnswer } from '../../src/api/contract-sign-in.ts';
import { statusAnswer, tokensAnswer } from '../../src/api/contract.ts';
import type { Tokens } from '../../src/api/contract.ts';
import { documentedCalls } from '../backend/openapi/documented-calls.ts';
import { failed, nobody, read, wrongToken } from './compare-calls.ts';
import type { Call, Step, Target } from './compare-calls.ts';
import { mfaType, wrongCode } from './drive-methods.ts';

/** Signs in, with refusals before and after. */
export async function driveSignIn(call: Call, { email, password }: Target): Promise<Tokens> {
  const wrong = { body: { email, password: `${password}x` } };
  await call('a wrong password', 'POST /user/login', wrong, failed([401]));
  const tokens = read(
    tokensAnswer,
    await call('the right password', 'POST /user/login', { body: { email, password } }),
    'Nobody is signed in',
  );
  for (const [name, { isOpen }] of Object.entries(documentedCalls))
    if (!isOpen && name.startsWith('GET '))
      await call('no token', name, { params: [nobody] }, failed([401]));
  await call('a bad token', 'GET /mfa/status', { token: wrongToken }, failed([401]));
  return tokens;
}

/** Signs in with the app on, and passes the second step with a backup code. */
export async function driveSecondStep(
  call: Call,
  { email, password }: Target,
  { secret, backupCodes }: TotpSetup,
  steps: Step[],
) {
  const { accessToken: token } = read(
    tokensAnswer,
    await call('with a second step on', 'POST /user/login', { body: { email, password } }),
    'Nobody is signed in',
  );
  const { sessionVerified } = read(
    v.object({ data: statusAnswer }),
    await call('before the second step', 'GET /mfa/status', { token }),
    'The state of the session is unknown',
  ).data;
  if (sessionVerified)
    steps.at(-1)?.differences.push('data.sessionVerified is not false before the second step.');
  await call('before the second step', 'GET /user/profile', { token }, failed([401, 403]));
  await call('for the second step', 'POST /mfa/passkey/auth-options', { token });
  const enter = (code: string | undefined) => ({ token, body: { mfaType, code } });
  const refused = failed([400, 401]);
  await call('a wrong code', 'POST /mfa/verify-login', enter(wrongCode(secret)), refused);
  const backupCode = enter(backupCodes[0]);
  const full = read(
    verifyLoginAnswer,
    await call('a backup code', 'POST /mfa/verify-login', backupCode),
    'The second step cannot be passed',
  );
  await call('the same backup code again', 'POST /mfa/verify-login', backupCode, refused);
  return full;
}

/** Refreshes a session under each name that the contract has for its token. Returns the last tokens. */
export async function driveRefresh(call: Call, refreshToken: string): Promise<Tokens> {
  const refresh = async (name: string, token: string) =>
    read(
      tokensAnswer,
      await call(`as ${name}`, 'POST /user/refresh', { body: { [name]: token } }),
      'The session cannot be refreshed',
    );
  const tokens = await refresh('refreshToken', refreshToken);
  return refresh('refresh_token', tokens.refreshToken);
}
