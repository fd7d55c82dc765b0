import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import * as v from 'valibot';
import { totpSetupAnswer } from '../../src/api/contract-set-up.ts';
import { verifyLoginAnswer } from '../../src/api/contract-sign-in.ts';
import { deviceAnswer, devicesAnswer, sessionsAnswer } from '../../src/api/contract-devices.ts';
import { profileAnswer, statusAnswer, tokensAnswer } from '../../src/api/contract.ts';
import { documentedCalls } from '../backend/openapi/documented-calls.ts';
import { checkAnswer } from './check-answer.ts';
import type { Expected } from './check-answer.ts';

export interface Target {
  /** The origin of the backend. */
  url: string;
  /** An account made for this, without a second step. */
  email: string;
  password: string;
  send(request: Request): Promise<Response>;
}

export interface Report {
  /** The calls that were made, with what differs from the contract. */
  steps: { call: string; what: string; differences: string[] }[];
  /** Documented calls of which no success was compared: what they need, a program does not have. */
  unseen: string[];
  /** Why the rest could not be tried. */
  stoppedBy: string | undefined;
}

interface Sent {
  body?: unknown;
  token?: string | undefined;
  /** The values of `{id}` and the like, in order. */
  params?: string[];
}

/** Thrown where nothing more can be tried. */
class Stop extends Error {}

/** A JWT in form, that nobody has signed. */
const wrongToken = 'eyJhbGciOiJIUzI1NiJ9.e30.AAAA';
const nobody = '00000000-0000-4000-8000-000000000000';
const failed = (status: number[], text?: string): Expected => ({ status, text });

/** A browser that the account has not used before. */
const thisDevice = {
  deviceId: randomBytes(16).toString('base64url'),
  userAgent: 'conformance',
  deviceType: 'DESKTOP',
  os: 'Linux',
  browser: 'conformance',
};

/**
 * Makes the documented calls, in an order in which they should succeed or be refused, and compares
 * each answer with the contract. It turns an authenticator app on and resets the account at the end.
 */
export async function driveCalls(target: Target): Promise<Report> {
  const steps: Report['steps'] = [];
  const seen = new Set<string>();

  const call = async (what: string, name: string, sent: Sent = {}, expected: Expected = {}) => {
    const [method = '', pattern = ''] = name.split(' ');
    const { params = [], body, token } = sent;
    let next = 0;
    const path = pattern.replaceAll(/\{\w+\}/g, () => encodeURIComponent(params[next++] ?? ''));
    const response = await target.send(
      new Request(target.url + path, {
        method,
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const { status, headers } = response;
    const text = await response.text();
    if (status === 200) seen.add(name);
    const answer = { status, type: headers.get('Content-Type'), text };
    steps.push({ call: name, what, differences: checkAnswer(name, answer, expected) });
    return text;
  };

  let token: string | undefined;
  let isToReset = false;
  let stoppedBy: string | undefined;
  const { email, password } = target;
  try {
    await call(
      'a wrong password',
      'POST /user/login',
      { body: { email, password: `${password}x` } },
      failed([401]),
    );
    let tokens = read(
      tokensAnswer,
      await call('the right password', 'POST /user/login', { body: { email, password } }),
      'Nobody is signed in',
    );
    const { user } = tokens;
    ({ accessToken: token } = tokens);

    for (const [name, { isOpen }] of Object.entries(documentedCalls))
      if (!isOpen && name.startsWith('GET '))
        await call('no token', name, { params: [nobody] }, failed([401]));
    await call('a bad token', 'GET /mfa/status', { token: wrongToken }, failed([401]));

    const status = read(
      v.object({ data: statusAnswer }),
      await call('an account without a method', 'GET /mfa/status', { token }),
      'The state of the account is unknown',
    ).data;
    if (status.isEnabled)
      throw new Stop('The account has a second step already. Use one that was made for this.');
    await call('all methods', 'GET /mfa/methods', { token });
    const profile = read(
      v.object({ data: profileAnswer }),
      await call('the own account', 'GET /user/profile', { token }),
      'Who the account belongs to is unknown',
    ).data;
    if (profile.orgId) {
      await call('the own organization', 'GET /organization/{orgId}', {
        token,
        params: [profile.orgId],
      });
      // Who may list the members depends on the role.
      const list = { status: [200, 403] };
      await call('the members', 'GET /organization/users', { token }, list);
    }
    await call(
      'another organization',
      'GET /organization/{orgId}',
      { token, params: [nobody] },
      failed([403, 404]),
    );

    const { entries: devices } = read(
      devicesAnswer,
      await call('the own devices', 'GET /devices', { token }),
      'The devices cannot be read',
    );
    for (const name of ['GET /devices/{id}', 'POST /devices/{id}/untrust', 'DELETE /devices/{id}'])
      await call(
        'an unknown device',
        name,
        { token, params: [nobody] },
        failed([404], 'Device not found'),
      );
    await call(
      'an unknown device',
      'POST /devices/trust',
      { token, body: { fingerprint: nobody } },
      failed([404], 'Device not found'),
    );
    const { entries: sessions } = read(
      sessionsAnswer,
      await call('the own sessions', 'GET /sessions', { token }),
      'The sessions cannot be read',
    );
    const own = sessions.find(({ isCurrent, id }) => isCurrent ?? id === tokens.tokenId);
    if (own)
      await call('the own session', 'POST /sessions/{id}/heartbeat', { token, params: [own.id] });
    await call(
      'an unknown session',
      'POST /sessions/{id}/revoke',
      { token, params: [nobody] },
      failed([404], 'Session not found'),
    );
    await call(
      'an unknown session',
      'POST /sessions/{id}/heartbeat',
      { token, params: [nobody] },
      failed([404], 'Session not found or expired'),
    );

    await call(
      'an unknown method',
      'POST /mfa/setup',
      { token, body: { mfaType: 'CARRIER_PIGEON' } },
      failed([400], 'Invalid MFA type specified'),
    );
    await call(
      'a magic link',
      'POST /mfa/setup',
      { token, body: { mfaType: 'MAGIC_LINK' } },
      { data: 'MagicLinkSetup' },
    );
    await call(
      'a passkey',
      'POST /mfa/setup',
      { token, body: { mfaType: 'PASSKEY' } },
      { data: 'PasskeySetup' },
    );
    const setup = read(
      v.object({ data: totpSetupAnswer }),
      await call(
        'an authenticator app',
        'POST /mfa/setup',
        { token, body: { mfaType: 'GOOGLE_AUTH' } },
        { data: 'AuthenticatorSetup' },
      ),
      'No authenticator app can be set up',
    ).data;
    const app = new TOTP({ secret: Secret.fromBase32(setup.secret) });
    const mfaType = 'GOOGLE_AUTH';
    const ofApp = { token, body: { mfaType } };
    await call('before the set-up is proven', 'POST /mfa/enable', ofApp, failed([400, 500]));
    await call(
      'a wrong code',
      'POST /mfa/verify-setup',
      { token, body: { mfaType, code: wrongCode(app) } },
      failed([400], 'MFA setup verification failed'),
    );
    isToReset = true;
    await call('the right code', 'POST /mfa/verify-setup', {
      token,
      body: { mfaType, code: app.generate() },
    });
    await call('the method is on', 'GET /mfa/status', { token });
    await call('the method that is on', 'POST /mfa/disable', ofApp);
    await call('the method that is off', 'POST /mfa/primary', ofApp, failed([400, 500]));
    await call('the method that is off', 'POST /mfa/enable', ofApp);
    await call('the method that is on', 'POST /mfa/primary', ofApp);
    await call(
      'an unfinished registration',
      'POST /mfa/passkey/complete-registration',
      {
        token,
        body: {
          challenge: 'AAAA',
          credential: { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: {} },
        },
      },
      failed([400], 'Passkey registration failed'),
    );

    await call('to the own address', 'POST /mfa/magic-link/send', { token });
    const badLink = failed([400], 'Invalid or expired token');
    await call(
      'a bad token',
      'POST /mfa/magic-link/activate',
      { body: { token: wrongToken } },
      badLink,
    );
    await call(
      'a bad token',
      'POST /user/reset-password',
      { body: { token: wrongToken, newPassword: `${password} and more` } },
      badLink,
    );
    await call('an unknown address', 'POST /user/request-reset-password', {
      body: { email: 'nobody@example.invalid' },
    });
    await call(
      'a member that does not exist',
      'POST /mfa/reset',
      { token, body: { resetUserId: nobody } },
      failed([403, 404]),
    );
    await call(
      'somebody else',
      'PUT /user/{userId}',
      { token, params: [nobody], body: { name: 'Nobody' } },
      failed([403, 404]),
    );
    const name = profile.name ?? '';
    await call('the own name, as it is', 'PUT /user/{userId}', {
      token,
      params: [user?.id ?? profile.id],
      body: { name },
    });

    const limited = read(
      tokensAnswer,
      await call('with a second step on', 'POST /user/login', { body: { email, password } }),
      'Nobody is signed in',
    ).accessToken;
    const before = read(
      v.object({ data: statusAnswer }),
      await call('before the second step', 'GET /mfa/status', { token: limited }),
      'The state of the session is unknown',
    ).data;
    if (before.sessionVerified)
      steps.at(-1)?.differences.push('data.sessionVerified is not false before the second step.');
    await call(
      'before the second step',
      'GET /user/profile',
      { token: limited },
      failed([401, 403]),
    );
    await call('for the second step', 'POST /mfa/passkey/auth-options', { token: limited });
    await call(
      'a wrong code',
      'POST /mfa/verify-login',
      { token: limited, body: { mfaType, code: wrongCode(app) } },
      failed([400, 401]),
    );
    const [backupCode] = setup.backupCodes;
    const verify = { token: limited, body: { mfaType, code: backupCode } };
    const full = read(
      verifyLoginAnswer,
      await call('a backup code', 'POST /mfa/verify-login', verify),
      'The second step cannot be passed',
    );
    token = full.fullAccessToken;
    await call('the same backup code again', 'POST /mfa/verify-login', verify, failed([400, 401]));
    for (const form of ['refreshToken', 'refresh_token'])
      tokens = read(
        tokensAnswer,
        await call(`as ${form}`, 'POST /user/refresh', {
          body: { [form]: form === 'refreshToken' ? full.refreshToken : tokens.refreshToken },
        }),
        'The session cannot be refreshed',
      );
    token = tokens.accessToken;
    await call('the own methods', 'POST /mfa/reset', { token, body: {} });
    isToReset = false;
    await call('this session', 'POST /user/logout', {
      token,
      body: { refresh_token: tokens.refreshToken },
    });
    await call('after signing out', 'GET /user/profile', { token }, failed([401]));

    const signIn = async (what: string) => {
      const body = { email, password, deviceInfo: thisDevice };
      const text = await call(what, 'POST /user/login', { body });
      return read(tokensAnswer, text, 'Nobody is signed in');
    };
    ({ accessToken: token } = await signIn('on a device'));
    const { entries: now } = read(
      devicesAnswer,
      await call('with this one', 'GET /devices', { token }),
      'The devices cannot be read',
    );
    const known = new Set(devices.map(({ id }) => id));
    const added = now.find(({ id }) => !known.has(id));
    if (added) {
      const params = [added.id];
      const { deviceFingerprint: fingerprint } = read(
        deviceAnswer,
        await call('this device', 'GET /devices/{id}', { token, params }),
        'The device cannot be read',
      );
      await call('this device', 'POST /devices/trust', { token, body: { fingerprint } });
      await call('this device', 'POST /devices/{id}/untrust', { token, params });
      ({ accessToken: token } = await signIn('after the device has lost its sessions'));
      await call('this device', 'DELETE /devices/{id}', { token, params });
    }
    const other = await signIn('once more');
    ({ accessToken: token } = await signIn('and again'));
    if (other.tokenId) {
      const params = [other.tokenId];
      await call('another session', 'POST /sessions/{id}/revoke', { token, params });
      const ended = { token: other.accessToken };
      await call('after it was revoked', 'GET /user/profile', ended, failed([401]));
    }
    await call('all sessions', 'POST /sessions/revoke-all', { token });
    await call('after all sessions', 'GET /user/profile', { token }, failed([401]));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    stoppedBy = error.message;
    if (isToReset) await call('to leave nothing behind', 'POST /mfa/reset', { token, body: {} });
  }
  return {
    steps,
    unseen: Object.keys(documentedCalls).filter((name) => !seen.has(name)),
    stoppedBy,
  };
}

/** Reads what the next calls need. @throws Stop where it is not there */
function read<Output>(
  schema: v.GenericSchema<unknown, Output>,
  text: string,
  otherwise: string,
): Output {
  const body = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  if (!body.success) throw new Stop(`${otherwise}, so the rest could not be tried.`);
  return body.output;
}

/** Six digits that the app shows neither now nor in the steps beside. */
function wrongCode(app: TOTP): string {
  const near = [-30_000, 0, 30_000].map((offset) =>
    app.generate({ timestamp: Date.now() + offset }),
  );
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '';
}
