import { beforeEach, describe, expect, it, test } from 'vitest';

import { fakeApi, type Reply } from '../testing/fake-api.ts';
import { getProfile, signOut } from './account.ts';
import { activateMagicLink } from './activate.ts';
import { describeBrowser } from './describe-browser.ts';
import { disableMethod, resetMethods } from './disable-reset.ts';
import { enableMethod, getMethods, getStatus, sendMagicLink, setPrimaryMethod } from './mfa.ts';
import {
  getDevice,
  getDevices,
  getSessions,
  removeDevice,
  revokeAllSessions,
  revokeSession,
  sendHeartbeat,
  trustDevice,
  untrustDevice,
} from './devices.ts';
import { requestPasswordReset, resetPassword, updateUser } from './password.ts';
import { enforceSecondStep, getMembers, getOrganization } from './organization.ts';
import {
  completeRegistration,
  setUpMagicLink,
  setUpPasskey,
  setUpTotp,
  verifyTotpSetup,
} from './set-up.ts';
import { signIn } from './sign-in.ts';
import { provideProof } from './step-up.ts';
import { lastSessionChange, readTokens, sessionEra, writeTokens } from './tokens.ts';
import { getAuthOptions, verifyLogin } from './verify-login.ts';

const credential = { id: 'c', rawId: 'c', type: 'public-key', response: {} };
const registration = { credential, challenge: 'AA==' };
const status = { isEnabled: false, enabledMethods: [], isRequired: false, isEnforced: false };
const totp = { secret: 'JBSWY3DP', backupCodes: ['a'] };
const old = { accessToken: 'old', refreshToken: 'r1', expiresAt: undefined };

beforeEach(() => writeTokens(old, 'signed-in'));

type Call = [route: string, call: () => Promise<unknown>, body: unknown, data: unknown];
const calls: Call[] = [
  ['GET /user/profile', getProfile, undefined, { id: '1', email: 'ada@example.com' }],
  ['GET /mfa/status', getStatus, undefined, { ...status, sessionVerified: true }],
  ['GET /mfa/methods', getMethods, undefined, ['PASSKEY']],
  ['POST /mfa/enable', () => enableMethod('PASSKEY'), { mfaType: 'PASSKEY' }, {}],
  ['POST /mfa/primary', () => setPrimaryMethod('PASSKEY'), { mfaType: 'PASSKEY' }, {}],
  ['POST /mfa/disable', () => disableMethod('PASSKEY'), { mfaType: 'PASSKEY' }, {}],
  ['POST /mfa/reset', () => resetMethods(), undefined, {}],
  ['POST /mfa/reset', () => resetMethods('7'), { resetUserId: '7' }, {}],
  ['POST /mfa/magic-link/send', sendMagicLink, undefined, {}],
  ['POST /mfa/setup', setUpTotp, { mfaType: 'GOOGLE_AUTH' }, totp],
  [
    'POST /mfa/setup',
    setUpPasskey,
    { mfaType: 'PASSKEY' },
    { challenge: 'AA==', rpName: 'Acme', userName: 'ada' },
  ],
  [
    'POST /mfa/setup',
    () => setUpMagicLink('ada@example.com'),
    { mfaType: 'MAGIC_LINK', email: 'ada@example.com' },
    { email: 'ada@example.com' },
  ],
  [
    'POST /mfa/verify-setup',
    () => verifyTotpSetup('123456'),
    { mfaType: 'GOOGLE_AUTH', code: '123456' },
    {},
  ],
  [
    'POST /mfa/passkey/complete-registration',
    () => completeRegistration(registration),
    registration,
    {},
  ],
  [
    'POST /mfa/passkey/auth-options',
    () => getAuthOptions(),
    undefined,
    { challenge: 'AA', rpId: 'x' },
  ],
  ['GET /organization/users', getMembers, undefined, []],
  ['GET /sessions', getSessions, undefined, { sessions: [] }],
  ['GET /devices', getDevices, undefined, { devices: [] }],
  ['GET /devices/a%2Fb', () => getDevice('a/b'), undefined, { device: { id: 'a/b' } }],
  ['POST /devices/trust', () => trustDevice('f'), { fingerprint: 'f' }, {}],
  ['POST /devices/a/untrust', () => untrustDevice('a'), undefined, {}],
  ['DELETE /devices/a', () => removeDevice('a'), undefined, {}],
  ['POST /sessions/a/revoke', () => revokeSession('a'), undefined, {}],
  ['POST /sessions/revoke-all', revokeAllSessions, undefined, {}],
  ['POST /sessions/a/heartbeat', () => sendHeartbeat('a'), undefined, {}],
  ['PUT /user/7', () => updateUser('7', { password: 'p' }), { password: 'p' }, {}],
  ['GET /organization/o%2F1', () => getOrganization('o/1'), undefined, { name: 'Acme' }],
  ['POST /mfa/organization/enforce', () => enforceSecondStep(false), { enforced: false }, {}],
];

describe.each(calls)('%s', (route, call, body, data) => {
  it('is called with the access token and the body of the contract', async () => {
    const asked = fakeApi({ [route]: { body: { success: true, data } } });
    // What is read is the answer's, whatever it is; its reading has tests of its own.
    await expect(call()).resolves.toBeDefined();
    expect(asked(route)).toEqual([{ authorization: 'Bearer old', body }]);
  });
});

test.each([
  ['the profile', 'GET /user/profile', getProfile],
  ['the status', 'GET /mfa/status', getStatus],
  ['the methods', 'GET /mfa/methods', getMethods],
  ['the members', 'GET /organization/users', getMembers],
  ['what to sign', 'POST /mfa/passkey/auth-options', getAuthOptions],
])('Aborting the signal cancels the request for %s', async (_what, route, call) => {
  fakeApi({ [route]: new Error('aborted') });
  const signal = AbortSignal.abort();
  await expect(call(signal)).rejects.toMatchObject({ message: 'aborted' });
});

describe('the emailed link’s token', () => {
  const route = 'POST /mfa/magic-link/activate';

  it('names the account, so no access token is sent with it', async () => {
    const asked = fakeApi({ [route]: { body: { success: true, data: { email: 'a@b.c' } } } });
    expect(await activateMagicLink('aaa.bbb.ccc')).toEqual({ email: 'a@b.c' });
    expect(asked(route)).toEqual([{ authorization: null, body: { token: 'aaa.bbb.ccc' } }]);
  });
});

test.each([
  [
    'asks for a link',
    'POST /user/request-reset-password',
    () => requestPasswordReset('a@b.c'),
    { email: 'a@b.c' },
  ],
  [
    'saves a new one',
    'POST /user/reset-password',
    () => resetPassword('t', 'new'),
    { token: 't', newPassword: 'new' },
  ],
])('Who forgot the password %s without an access token', async (_what, route, call, body) => {
  const asked = fakeApi({ [route]: { body: { success: true, message: '' } } });
  await call();
  expect(asked(route)).toEqual([{ authorization: null, body }]);
});

const later = () => {
  let answer: (reply: Reply) => void = () => {};
  const reply = () => new Promise<Reply>((resolve) => (answer = resolve));
  return { reply, answer: (given: Reply) => answer(given) };
};

describe('signing in', () => {
  const route = 'POST /user/login';
  const credentials = { email: 'ada@example.com', password: 'secret' };
  const deviceInfo = {
    ...describeBrowser(),
    deviceId: expect.stringMatching(/^[\w-]{21}[AQgw]$/),
  };
  const answer = { body: { success: true, accessToken: 'new', refreshToken: 'r2' } };

  it('starts a session with the tokens of the answer', async () => {
    const asked = fakeApi({ [route]: answer });
    await signIn(credentials);
    expect(asked(route)).toEqual([{ authorization: null, body: { ...credentials, deviceInfo } }]);
    expect(readTokens()).toMatchObject({ accessToken: 'new', refreshToken: 'r2' });
    expect(lastSessionChange()).toBe('signed-in');
  });

  it('[B15] names this browser by the same 128 random bits each time, and makes up new ones where they are broken', async () => {
    const asked = fakeApi({ [route]: answer });
    await signIn(credentials);
    await signIn(credentials);
    // As long as one, but with bits that none can have.
    localStorage.setItem('device-id', 'broken'.padEnd(22, 'B'));
    await signIn(credentials);
    const [first, second, third] = asked(route).map(({ body }) => JSON.stringify(body));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(third).not.toContain('broken');
  });

  it('for a step-up keeps the session and marks it as verified', async () => {
    const asked = fakeApi({ [route]: answer });
    await signIn(credentials, 'verified');
    expect(asked(route)).toEqual([
      { authorization: 'Bearer old', body: { ...credentials, deviceInfo } },
    ]);
    expect(readTokens()).toMatchObject({ accessToken: 'new' });
    expect(lastSessionChange()).toBe('verified');
  });

  it.each([
    ['as a proof begins no session in place of one that ended meanwhile', 'verified', undefined],
    ['begins one though another ended meanwhile', 'signed-in', 'new'],
  ] as const)('[A6] %s', async (_what, change, accessToken) => {
    const { reply, answer: give } = later();
    const asked = fakeApi({ [route]: reply });
    const signing = signIn(credentials, change);
    await expect.poll(() => asked(route)).toHaveLength(1);
    writeTokens(undefined, 'signed-out');
    give(answer);
    await signing;
    expect(readTokens()?.accessToken).toBe(accessToken);
  });
});

describe('proving a method', () => {
  const route = 'POST /mfa/verify-login';
  const proof = { mfaType: 'GOOGLE_AUTH', code: '123456' } as const;

  it('verifies the session with the tokens of the answer', async () => {
    const data = { fullAccessToken: 'full', refreshToken: 'r2', expiresAt: 1_900_000_000_000 };
    const asked = fakeApi({ [route]: { body: { success: true, data } } });
    await verifyLogin(proof);
    expect(asked(route)).toEqual([{ authorization: 'Bearer old', body: proof }]);
    expect(readTokens()).toMatchObject({
      accessToken: 'full',
      refreshToken: 'r2',
      expiresAt: 1_900_000_000_000,
    });
    expect(lastSessionChange()).toBe('verified');
  });

  it.each([
    ['401, which says that the proof is wrong', 401, 'UNAUTHORIZED'],
    ['403, which asks for a proof', 403, 'REAUTH_REQUIRED'],
  ])(
    '[A5] is neither renewed, nor asked about, nor replayed after %s',
    async (_why, code, said) => {
      const body = { success: false, error_code: said };
      const asked = fakeApi({ [route]: { status: code, body } });
      const stop = provideProof(() => Promise.resolve());
      await expect(verifyLogin(proof)).rejects.toMatchObject({ status: code });
      stop();
      expect(asked(route)).toHaveLength(1);
      expect(readTokens()).toEqual(old);
    },
  );
});

describe('completing a set-up', () => {
  const refresh = 'POST /user/refresh';
  const renewed = { body: { success: true, accessToken: 'new', refreshToken: 'r2' } };

  it.each([
    ['/mfa/verify-setup', () => verifyTotpSetup('123456')],
    ['/mfa/passkey/complete-registration', () => completeRegistration(registration)],
  ])('[B6] by %s refreshes the session, whose next tokens carry the proof', async (path, act) => {
    const asked = fakeApi({ [`POST ${path}`]: {}, [refresh]: renewed });
    await act();
    expect(asked(refresh)).toHaveLength(1);
    expect(readTokens()).toMatchObject({ accessToken: 'new' });
  });

  it('[B6] succeeds even if the refresh gets no answer', async () => {
    fakeApi({ 'POST /mfa/verify-setup': {}, [refresh]: new TypeError('Failed to fetch') });
    await verifyTotpSetup('123456');
    expect(readTokens()).toEqual(old);
  });

  it('[B6] does not refresh if it was refused', async () => {
    const asked = fakeApi({ 'POST /mfa/verify-setup': { status: 400 }, [refresh]: renewed });
    await expect(verifyTotpSetup('123456')).rejects.toMatchObject({ status: 400 });
    expect(asked(refresh)).toHaveLength(0);
  });
});

describe('signing out', () => {
  const route = 'POST /user/logout';

  it('[A6] ends the session here at once, and tells the server', async () => {
    const era = sessionEra();
    const { reply, answer } = later();
    const asked = fakeApi({ [route]: reply });
    let isDone = false;
    const signing = signOut().then(() => (isDone = true));
    expect(readTokens()).toBeUndefined();
    expect(lastSessionChange()).toBe('signed-out');
    expect(sessionEra()).toBe(era + 1);
    await expect
      .poll(() => asked(route))
      .toEqual([{ authorization: 'Bearer old', body: { refresh_token: 'r1' } }]);
    expect(isDone).toBe(false);
    answer({});
    await signing;
  });

  it('[A6] while offline tells the server once the connection is back, and retries until it succeeds', async () => {
    const failure = new TypeError('Failed to fetch');
    const asked = fakeApi({ [route]: [failure, failure, {}] });
    await signOut();
    expect(readTokens()).toBeUndefined();
    const comeBack = () => {
      window.dispatchEvent(new Event('online'));
      return asked(route).length;
    };
    await expect.poll(comeBack).toBe(3);
    expect(comeBack()).toBe(3);
  });

  it('does nothing if nobody is signed in', async () => {
    writeTokens(undefined, 'expired');
    const era = sessionEra();
    const asked = fakeApi({ [route]: {} });
    await signOut();
    expect(asked(route)).toHaveLength(0);
    expect(sessionEra()).toBe(era);
    expect(lastSessionChange()).toBe('expired');
  });
});
