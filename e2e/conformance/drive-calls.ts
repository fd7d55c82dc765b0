import * as v from 'valibot';
import { profileAnswer, statusAnswer } from '../../src/api/contract.ts';
import type { Profile } from '../../src/api/contract.ts';
import { documentedCalls } from '../backend/openapi/documented-calls.ts';
import { Stop, compareCalls, failed, nobody, read, wrongToken } from './compare-calls.ts';
import type { Call, Step, Target } from './compare-calls.ts';
import { driveDevice, driveLists } from './drive-devices.ts';
import { beginSetUps, driveApp, drivePasskeyAndLink } from './drive-methods.ts';
import { driveRefresh, driveSecondStep, driveSignIn } from './drive-sign-in.ts';

export interface Report {
  /** The calls that were made, with what differs from the contract. */
  steps: Step[];
  /** Documented calls of which no success was compared: what they need, a program does not have. */
  unseen: string[];
  /** Why the rest could not be tried. */
  stoppedBy: string | undefined;
}

/**
 * Makes the documented calls, in an order in which they should succeed or be refused, and compares
 * each answer with the contract. It turns an authenticator app on and resets the account at the end.
 */
export async function driveCalls(target: Target): Promise<Report> {
  const { call, steps, seen } = compareCalls(target);
  let token: string | undefined;
  let isToReset = false;
  let stoppedBy: string | undefined;
  try {
    const { accessToken, tokenId } = await driveSignIn(call, target);
    token = accessToken;
    const profile = await driveAccount(call, token);
    const known = await driveLists(call, token, tokenId);
    const setup = await beginSetUps(call, token);
    isToReset = true;
    await driveApp(call, token, setup);
    await drivePasskeyAndLink(call, token);
    await driveChanges(call, token, profile);
    await driveForgottenPassword(call, target);
    const full = await driveSecondStep(call, target, setup, steps);
    token = full.fullAccessToken;
    const tokens = await driveRefresh(call, full.refreshToken);
    token = tokens.accessToken;
    await call('the own methods', 'POST /mfa/reset', { token, body: {} });
    isToReset = false;
    const signOut = { token, body: { refresh_token: tokens.refreshToken } };
    await call('this session', 'POST /user/logout', signOut);
    await call('after signing out', 'GET /user/profile', { token }, failed([401]));
    await driveDevice(call, target, known);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    stoppedBy = error.message;
    if (isToReset) await call('to leave nothing behind', 'POST /mfa/reset', { token, body: {} });
  }
  const unseen = Object.keys(documentedCalls).filter((name) => !seen.has(name));
  return { steps, unseen, stoppedBy };
}

/** Reads the account. @throws Stop where it has a second step already */
async function driveAccount(call: Call, token: string): Promise<Profile> {
  const { isEnabled } = read(
    v.object({ data: statusAnswer }),
    await call('an account without a method', 'GET /mfa/status', { token }),
    'The state of the account is unknown',
  ).data;
  if (isEnabled)
    throw new Stop('The account has a second step already. Use one that was made for this.');
  await call('all methods', 'GET /mfa/methods', { token });
  const profile = read(
    v.object({ data: profileAnswer }),
    await call('the own account', 'GET /user/profile', { token }),
    'Who the account belongs to is unknown',
  ).data;
  const organization = 'GET /organization/{orgId}';
  if (profile.orgId) {
    await call('the own organization', organization, { token, params: [profile.orgId] });
    // Who may list the members depends on the role.
    await call('the members', 'GET /organization/users', { token }, { status: [200, 403] });
  }
  const other = { token, params: [nobody] };
  await call('another organization', organization, other, failed([403, 404]));
  return profile;
}

/** Changes what may be changed of the own account, and nothing of others. */
async function driveChanges(call: Call, token: string, { id, name }: Profile): Promise<void> {
  const refused = failed([403, 404]);
  const reset = { token, body: { resetUserId: nobody } };
  await call('a member that does not exist', 'POST /mfa/reset', reset, refused);
  const others = { token, params: [nobody], body: { name: 'Nobody' } };
  await call('somebody else', 'PUT /user/{userId}', others, refused);
  const own = { token, params: [id], body: { name: name ?? '' } };
  await call('the own name, as it is', 'PUT /user/{userId}', own);
}

async function driveForgottenPassword(call: Call, { password }: Target): Promise<void> {
  const body = { token: wrongToken, newPassword: `${password} and more` };
  await call(
    'a bad token',
    'POST /user/reset-password',
    { body },
    failed([400], 'Invalid or expired token'),
  );
  await call('an unknown address', 'POST /user/request-reset-password', {
    body: { email: 'nobody@example.invalid' },
  });
}
