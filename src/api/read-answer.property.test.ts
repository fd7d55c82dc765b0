import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { membersAnswer } from './contract-organization.ts';
import { authOptionsAnswer, passkeySetupAnswer, totpSetupAnswer } from './contract-set-up.ts';
import { activateAnswer, verifyLoginAnswer } from './contract-sign-in.ts';
import { methodsAnswer, profileAnswer, statusAnswer, tokensAnswer } from './contract.ts';
import { RefusedError, UnreadableError } from './errors.ts';
import { readAnswer } from './read-answer.ts';

/** Every answer that is read, with one as the platform documents it. */
const answers: Record<string, { schema: v.GenericSchema; documented: unknown }> = {
  status: {
    schema: statusAnswer,
    documented: {
      isEnabled: true,
      isRequired: false,
      isEnforced: false,
      enabledMethods: ['PASSKEY'],
      primaryMethod: 'PASSKEY',
      sessionVerified: true,
    },
  },
  methods: {
    schema: methodsAnswer,
    documented: [
      {
        type: 'PASSKEY',
        name: 'Passkey',
        description: '',
        isAvailable: true,
        isConfigured: true,
        isEnabled: true,
      },
    ],
  },
  tokens: {
    schema: tokensAnswer,
    documented: { accessToken: 'a', refreshToken: 'r', expiresAt: 1_800_000_000 },
  },
  profile: {
    schema: profileAnswer,
    documented: { id: '1', name: 'Ada', lastName: 'L', email: 'a@b.c', orgId: null, orgRole: 255 },
  },
  activate: { schema: activateAnswer, documented: { email: 'a@b.c' } },
  verifyLogin: {
    schema: verifyLoginAnswer,
    documented: { fullAccessToken: 'a', refreshToken: 'r' },
  },
  totp: {
    schema: totpSetupAnswer,
    documented: { secret: 'JBSWY3DP', qrCode: 'data:image/png;base64,AA==', backupCodes: ['a'] },
  },
  passkeyShort: {
    schema: passkeySetupAnswer,
    documented: { challenge: 'dGVzdCBjaGFsbGVuZ2U=', rpName: 'Flashback', userName: 'ada' },
  },
  passkeyFull: {
    schema: passkeySetupAnswer,
    documented: {
      challenge: 'AAAA',
      rp: { name: 'Flashback', id: 'localhost' },
      user: { id: 'AAAA', name: 'ada', displayName: 'Ada' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      timeout: 60_000,
    },
  },
  authOptions: {
    schema: authOptionsAnswer,
    documented: {
      challenge: 'AAAA',
      rpId: 'localhost',
      userVerification: 'required',
      timeout: 60_000,
      allowCredentials: [{ id: 'AAAA', type: 'public-key' }],
    },
  },
  members: {
    schema: membersAnswer,
    documented: {
      data: [{ id: '1', email: 'a@b.c', name: 'Ada', lastName: 'L', orgRole: 0 }],
      total: 1,
    },
  },
};
const cases = Object.entries(answers).map(([name, answer]) => ({ name, ...answer }));

/** What an answer turned into. Any other error is thrown on. */
function outcomeOf(schema: v.GenericSchema, status: number, text: string) {
  try {
    const value = readAnswer({ status, text, reference: '' }, schema);
    return value === undefined ? 'nothing' : 'value';
  } catch (error) {
    if (error instanceof RefusedError || error instanceof UnreadableError) return error.kind;
    throw error;
  }
}
const allowed = ['value', 'refused', 'unreadable'];

const statuses = fc.constantFrom(200, 201, 204, 400, 401, 403, 404, 418, 429, 500, 502, 503);
const hostile = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '__proto__',
  '\u202E\u0000',
  '😀'.repeat(1000),
);
const anything = fc.oneof(fc.jsonValue(), hostile);

/** The documented answer with one of its values, at any depth, replaced or left out. */
function mutate(value: unknown, pick: (count: number) => number, replacement: unknown): unknown {
  if (typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[pick(keys.length)];
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = { ...value };
  const deeper = pick(2) === 0;
  copy[key] = deeper ? mutate(copy[key], pick, replacement) : replacement;
  return Array.isArray(value) ? Object.values(copy) : copy;
}

describe.each(cases)('reading $name', ({ schema, documented }) => {
  it('understands the documented answer', () => {
    const text = JSON.stringify({ success: true, data: documented });
    const value = readAnswer({ status: 200, text, reference: '' }, schema);
    expect(v.is(schema, documented)).toBe(true);
    expect(value).toBeDefined();
  });

  it('turns any text into a value or a typed error', () => {
    fc.assert(
      fc.property(statuses, fc.string(), (status, text) => {
        expect(allowed).toContain(outcomeOf(schema, status, text));
      }),
    );
  });

  it('turns any JSON into a value or a typed error', () => {
    fc.assert(
      fc.property(statuses, anything, fc.boolean(), (status, json, isWrapped) => {
        const text = JSON.stringify(isWrapped ? { success: true, data: json } : json);
        expect(allowed).toContain(outcomeOf(schema, status, text));
      }),
    );
  });

  it('turns the documented answer with anything changed into a value or a typed error', () => {
    fc.assert(
      fc.property(statuses, anything, fc.infiniteStream(fc.nat()), (status, json, stream) => {
        const pick = (count: number) => Number(stream.next().value) % Math.max(1, count);
        const data = mutate(documented, pick, json);
        const text = JSON.stringify({ success: true, data });
        expect(allowed).toContain(outcomeOf(schema, status, text));
      }),
    );
  });
});
