import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import * as contract from './contract.ts';

const credential = { id: 'c', rawId: 'c', type: 'public-key', response: { signature: 's' } };
const mfaType = 'PASSKEY';

type Case = [
  name: string,
  schema: v.GenericSchema,
  body: Record<string, unknown>,
  needed: string[],
];
const bodies: Case[] = [
  [
    'login',
    contract.loginBody,
    { email: 'ada@example.com', password: 'p', deviceInfo: { os: 'x' } },
    ['email', 'password'],
  ],
  ['refresh, as the client says', contract.refreshBody, { refresh_token: 'r' }, ['refresh_token']],
  [
    'refresh, as the documentation says',
    contract.refreshBody,
    { refreshToken: 'r' },
    ['refreshToken'],
  ],
  ['enable', contract.methodBody, { mfaType }, ['mfaType']],
  [
    'setup',
    contract.setupBody,
    { mfaType: 'MAGIC_LINK', email: 'ada@example.com', deviceInfo: 'x' },
    ['mfaType'],
  ],
  ['verify-setup', contract.verifySetupBody, { mfaType, code: '123456', credential }, ['mfaType']],
  ['reset', contract.resetBody, { resetUserId: 'u' }, []],
  ['enforce', contract.enforceBody, { enforced: false }, ['enforced']],
  ['activate', contract.activateBody, { token: 't' }, ['token']],
  [
    'complete-registration',
    contract.completeRegistrationBody,
    { credential, challenge: 'c' },
    ['credential', 'challenge'],
  ],
  [
    'verify-login',
    contract.verifyLoginBody,
    { mfaType, code: '123456', token: 't', credential },
    ['mfaType'],
  ],
];

describe.each(bodies)('The body of %s', (_name, schema, body, needed) => {
  test('is read as it was sent', () => {
    expect(v.parse(schema, body)).toEqual(body);
  });

  test.each(Object.keys(body))('may lack %s only where that is not needed', (field) => {
    const { [field]: _left, ...rest } = body;
    expect(v.is(schema, rest)).toBe(!needed.includes(field));
  });

  test.each(Object.keys(body).filter((field) => field !== 'deviceInfo'))(
    'is refused where %s is no such thing',
    (field) => {
      for (const wrong of ['', 7, null]) {
        expect(v.is(schema, { ...body, [field]: wrong })).toBe(false);
      }
    },
  );
});

test('Of the two names of a refresh token, one is enough', () => {
  const both = { refresh_token: 'r', refreshToken: 'r' };
  expect(v.parse(contract.refreshBody, both)).toEqual(both);
  expect(v.is(contract.refreshBody, { ...both, refresh_token: 7 })).toBe(true);
  expect(v.is(contract.refreshBody, {})).toBe(false);
});

test.each(['id', 'rawId', 'type', 'response'])('A credential without %s is refused', (field) => {
  const { [field as 'id']: _left, ...rest } = credential;
  const body = { mfaType, credential: rest };
  expect(v.is(contract.verifyLoginBody, body)).toBe(false);
});

test('A credential is handed on with all that the browser put into it', () => {
  const whole = { ...credential, authenticatorAttachment: 'platform' };
  expect(v.parse(contract.verifyLoginBody, { mfaType, credential: whole })).toEqual({
    mfaType,
    credential: whole,
  });
});

test('An address to set a magic link up for is one', () => {
  expect(v.is(contract.setupBody, { mfaType: 'MAGIC_LINK', email: 'nobody' })).toBe(false);
  for (const email of [
    'ada@example.com',
    'jürgen@example.com',
    'ada@büro.example',
    '"a@b"@c.example',
  ])
    expect(v.is(contract.setupBody, { mfaType: 'MAGIC_LINK', email })).toBe(true);
});

test('Only the three methods are known', () => {
  expect(contract.mfaTypes).toEqual(['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK']);
  expect(contract.mfaTypes.every((type) => v.is(contract.mfaTypeSchema, type))).toBe(true);
  expect(v.is(contract.mfaTypeSchema, 'SMS')).toBe(false);
});

test('What the platform calls its refusals and roles', () => {
  expect(contract.errorCodes).toEqual({
    mfaRequired: 'MFA_REQUIRED',
    reauthRequired: 'REAUTH_REQUIRED',
  });
  expect(contract.orgRoles).toEqual({
    user: 0,
    billing: 1,
    workspaces: 2,
    administrator: 254,
    owner: 255,
  });
});
