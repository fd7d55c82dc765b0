import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

import { membersAnswer } from './contract-organization.ts';
import {
  authOptionsAnswer,
  magicLinkSetupAnswer,
  passkeySetupAnswer,
  totpSetupAnswer,
  underSetupData,
} from './contract-set-up.ts';
import { activateAnswer, verifyLoginAnswer } from './contract-sign-in.ts';
import { envelope, methodsAnswer, profileAnswer, statusAnswer, tokensAnswer } from './contract.ts';
import { readAnswer } from './read-answer.ts';

const status = {
  isEnabled: true,
  isRequired: true,
  isEnforced: true,
  enabledMethods: ['PASSKEY', 'SMS'],
  primaryMethod: 'PASSKEY',
  sessionVerified: false,
};
const profile = {
  id: '1',
  email: 'ada@example.com',
  name: 'Ada',
  lastName: 'Lovelace',
  orgId: 'o',
  orgRole: 255,
  mfaRequired: true,
};
const tokens = {
  accessToken: 'a',
  refreshToken: 'r',
  expiresAt: 1_800_000_000_000,
  user: { id: '1', email: 'ada@example.com' },
};
const verified = { fullAccessToken: 'f', refreshToken: 'r', expiresAt: 1_800_000_000_000 };
const totp = { secret: 'JBSWY3DP', qrCode: 'data:image/png;base64,AA==', backupCodes: ['a', 'b'] };
const short = {
  challenge: 'AAAA',
  rpName: 'Acme',
  userName: 'ada',
  rpID: 'acme.example',
  userId: '1',
};
const full = {
  challenge: 'AAAA',
  rp: { name: 'Acme', id: 'acme.example' },
  user: { id: 'AQID', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: {
    authenticatorAttachment: 'platform',
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'discouraged',
  },
  attestation: 'direct',
  timeout: 60_000,
};
const options = {
  challenge: 'AAAA',
  rpId: 'acme.example',
  userVerification: 'required',
  timeout: 60_000,
  allowCredentials: [{ id: 'AAAA', transports: ['internal', 'hybrid'] }],
};
const member = {
  id: 'm',
  email: 'ada@example.com',
  name: 'Ada',
  lastName: 'Lovelace',
  orgRole: 255,
  orgRoleDescription: 'Owner',
  validated: true,
  mfaEnabled: true,
};

interface Documented {
  schema: v.GenericSchema;
  whole: Record<string, unknown>;
  /** Without one of these, or with nonsense in it, the answer makes no sense. */
  needed: string[];
  /** What is read where one of the others is absent or nonsense; else nothing. */
  otherwise?: Record<string, unknown>;
}
const documented: Record<string, Documented> = {
  status: {
    schema: statusAnswer,
    whole: status,
    needed: ['isEnabled', 'enabledMethods'],
    otherwise: { isRequired: false, isEnforced: false, sessionVerified: true },
  },
  tokens: { schema: tokensAnswer, whole: tokens, needed: ['accessToken', 'refreshToken'] },
  profile: { schema: profileAnswer, whole: profile, needed: ['id', 'email'] },
  'verify-login': {
    schema: verifyLoginAnswer,
    whole: verified,
    needed: ['fullAccessToken', 'refreshToken'],
  },
  activate: { schema: activateAnswer, whole: { email: 'ada@example.com' }, needed: [] },
  'setup of an app': { schema: totpSetupAnswer, whole: totp, needed: ['secret', 'backupCodes'] },
  'setup of a magic link': {
    schema: magicLinkSetupAnswer,
    whole: { email: 'ada@example.com', verificationRequired: true },
    needed: [],
  },
  'setup of a passkey, short': {
    schema: passkeySetupAnswer,
    whole: short,
    needed: ['challenge', 'rpName', 'userName'],
  },
  'auth-options': {
    schema: authOptionsAnswer,
    whole: options,
    needed: ['challenge', 'rpId'],
    otherwise: { userVerification: 'preferred' },
  },
  envelope: {
    schema: envelope,
    whole: { success: true, message: 'm', error: 'e', error_code: 'c', data: 7 },
    needed: [],
    otherwise: { data: { nonsense: true } },
  },
};
const nonsense = { nonsense: true };

describe.each(Object.entries(documented))('The answer %s', (_name, answer) => {
  const { schema, whole, needed, otherwise = {} } = answer;

  test('is read whole', () => {
    expect(v.parse(schema, whole)).toEqual(whole);
  });

  test.each(Object.keys(whole))('counts nonsense in %s as absent, or as no answer', (field) => {
    const read = v.safeParse(schema, { ...whole, [field]: nonsense });
    const expected = { ...whole, [field]: otherwise[field] };
    expect(read.success ? read.output : 'no answer').toEqual(
      needed.includes(field) ? 'no answer' : expected,
    );
  });
});

describe('The full form of a new passkey', () => {
  test('is read whole', () => {
    expect(v.parse(passkeySetupAnswer, full)).toEqual(full);
  });

  test('does with what WebAuthn needs', () => {
    const { challenge, user, pubKeyCredParams } = full;
    const least = { challenge, rp: { name: 'Acme' }, user, pubKeyCredParams };
    expect(v.parse(passkeySetupAnswer, least)).toEqual(least);
  });

  test.each([
    ['attachments', 'authenticatorAttachment', ['platform', 'cross-platform']],
    ['resident keys', 'residentKey', ['discouraged', 'preferred', 'required']],
    ['user verification', 'userVerification', ['discouraged', 'preferred', 'required']],
  ])('knows all %s, and no others', (_what, field, values) => {
    const isRead = (value: string) =>
      v.is(passkeySetupAnswer, { ...full, authenticatorSelection: { [field]: value } });
    expect(values.every(isRead)).toBe(true);
    expect(isRead('of tomorrow')).toBe(false);
  });

  test.each(['none', 'indirect', 'direct', 'enterprise'])('knows %s attestation', (attestation) => {
    expect(v.is(passkeySetupAnswer, { ...full, attestation })).toBe(true);
  });

  test.each([
    ['a relying party without a name', { rp: { id: 'acme.example' } }],
    ['a user without an id', { user: { name: 'ada', displayName: 'Ada' } }],
    ['a user without a name', { user: { id: 'AQID', displayName: 'Ada' } }],
    ['algorithms of another kind', { pubKeyCredParams: [{ type: 'password', alg: -7 }] }],
    ['an algorithm without a number', { pubKeyCredParams: [{ type: 'public-key' }] }],
    ['an attestation of tomorrow', { attestation: 'of tomorrow' }],
  ])('is not read with %s', (_what, over) => {
    expect(v.is(passkeySetupAnswer, { ...full, ...over })).toBe(false);
  });
});

test.each(['+/++AQ==', '-_--AQ', 'dGVzdCBjaGFsbGVuZ2U='])(
  'The older form of a new passkey, with its options inside the challenge, keeps the challenge %s',
  (challenge) => {
    const older = { challenge: { ...full, challenge }, rpName: 'Acme', userName: 'ada' };
    expect(v.parse(passkeySetupAnswer, older)).toEqual({ ...full, challenge });
    expect(v.parse(underSetupData(passkeySetupAnswer), { setupData: older })).toEqual({
      ...full,
      challenge,
    });
  },
);

test('The older form of a new passkey is not read without what WebAuthn needs', () => {
  expect(v.is(passkeySetupAnswer, { challenge: { challenge: 'AAAA' } })).toBe(false);
});

describe.each<[string, v.GenericSchema, object]>([
  ['an authenticator app', totpSetupAnswer, totp],
  ['a magic link', magicLinkSetupAnswer, { email: 'ada@example.com', verificationRequired: true }],
  ['a passkey, short', passkeySetupAnswer, short],
  ['a passkey, full', passkeySetupAnswer, full],
])('The set-up of %s', (_what, schema, whole) => {
  test.each([
    ['under data', { data: whole }],
    ['at the top level', whole],
    ['under setupData', { setupData: whole }],
    ['under setupData in data', { data: { setupData: whole } }],
  ])('is read %s', (_where, body) => {
    const raw = { status: 200, text: JSON.stringify({ success: true, ...body }), reference: '' };
    expect(readAnswer(raw, underSetupData(schema))).toEqual(whole);
  });
});

describe('The passkeys to sign with', () => {
  const read = (known: unknown) =>
    v.parse(authOptionsAnswer, { ...options, allowCredentials: [known] }).allowCredentials;

  test.each([
    ['standard base64', '+/++AQ==', '-_--AQ'],
    ['padding alone', 'AA==', 'AA'],
    ['url-safe base64', '-_--AQ', '-_--AQ'],
    ['nothing that base64 is', 'A=A=', 'A=A'],
  ])('are compared by ids that came as %s', (_how, id, read_) => {
    expect(read({ id })).toEqual([{ id: read_ }]);
  });

  test.each(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])(
    'may be reached by %s',
    (transport) => {
      expect(read({ id: 'AA', transports: [transport] })).toEqual([
        { id: 'AA', transports: [transport] },
      ]);
    },
  );

  test('are looked for everywhere where a way to reach them is new', () => {
    expect(read({ id: 'AA', transports: ['telepathy'] })).toEqual([{ id: 'AA' }]);
  });

  test.each(['discouraged', 'preferred', 'required'])('are asked for with %s', (asked) => {
    const answer = { ...options, userVerification: asked };
    expect(v.parse(authOptionsAnswer, answer).userVerification).toBe(asked);
  });
});

test('A method is read whole, and nonsense in it counts as absent', () => {
  const whole = {
    type: 'PASSKEY',
    name: 'Passkey',
    description: 'Best',
    isAvailable: false,
    isConfigured: true,
    isEnabled: true,
  };
  expect(v.parse(methodsAnswer, [whole]).methods).toEqual([whole]);
  const wild = Object.fromEntries(Object.keys(whole).map((field) => [field, nonsense]));
  expect(v.parse(methodsAnswer, [{ ...wild, type: 'PASSKEY' }]).methods).toEqual([
    { type: 'PASSKEY', isAvailable: true },
  ]);
});

test('A member is read whole, and nonsense counts as absent', () => {
  expect(v.parse(membersAnswer, { data: [member], total: 1 }).members).toEqual([member]);
  const wild = Object.fromEntries(Object.keys(member).map((field) => [field, nonsense]));
  const read = v.parse(membersAnswer, { data: [{ ...wild, id: 'm', email: 'e' }], total: 1 });
  expect(read.members).toEqual([{ id: 'm', email: 'e' }]);
});

test.each([
  ['seconds', 1_800_000_000, 1_800_000_000_000],
  ['the last seconds', 99_999_999_999, 99_999_999_999_000],
  ['the first milliseconds', 100_000_000_000, 100_000_000_000],
])('A time in %s is read as milliseconds', (_what, expiresAt, milliseconds) => {
  expect(v.parse(tokensAnswer, { ...tokens, expiresAt }).expiresAt).toBe(milliseconds);
});
