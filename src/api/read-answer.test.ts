import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { methodsAnswer, profileAnswer, tokensAnswer, statusAnswer } from './contract.ts';
import { RefusedError, UnreadableError } from './errors.ts';
import { readAnswer } from './read-answer.ts';

const raw = (body: unknown, status = 200) => ({
  status,
  text: typeof body === 'string' ? body : JSON.stringify(body),
  reference: 'ref',
});
const failureOf = (body: unknown, status = 200) => {
  try {
    readAnswer(raw(body, status), v.unknown());
  } catch (error) {
    return error;
  }
  return undefined;
};

const status = {
  isEnabled: true,
  isRequired: false,
  isEnforced: false,
  enabledMethods: ['PASSKEY'],
};

describe('reading an answer', () => {
  it.each([
    ['under data', { success: true, data: status }],
    ['at the top level', { success: true, ...status }],
    ['under data, without success', { data: status }],
    ['on both levels', { success: true, isEnabled: true, data: { enabledMethods: ['PASSKEY'] } }],
  ])('finds fields %s', (_, body) => {
    expect(readAnswer(raw(body), statusAnswer)).toMatchObject({
      enabledMethods: ['PASSKEY'],
      sessionVerified: true,
    });
  });

  it.each([
    ['a 200 that says it failed', { success: false, error: 'No' }, 200],
    [
      'a 200 whose data says it failed',
      { success: true, data: { success: false, error: 'No' } },
      200,
    ],
    ['a failure that explains itself in message', { success: false, message: 'No' }, 500],
    ['a failure whose data explains it', { data: { message: 'No' } }, 400],
    ['what is no success any more', { success: true, message: 'No' }, 300],
  ])('reads %s as a refusal', (_, body, code) => {
    const error = failureOf(body, code);
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ status: code, message: 'No' });
  });

  it('reads a failure without a message as a refusal without one', () => {
    expect(failureOf({}, 400)).toMatchObject({ status: 400, message: '', code: undefined });
  });

  it('keeps the error code', () => {
    const body = { success: false, error: 'Prove it', error_code: 'REAUTH_REQUIRED' };
    expect(failureOf(body, 403)).toMatchObject({ status: 403, code: 'REAUTH_REQUIRED' });
  });

  it.each([
    ['a proxy’s page', '<html><h1>502 Bad Gateway</h1></html>', 502],
    ['a page instead of the platform', '<!doctype html>', 200],
    ['a page for a path that a proxy does not know', '<h1>Not found</h1>', 404],
    ['JSON cut in the middle', '{"success":tr', 200],
    ['an empty body', '', 200],
    ['a list', [], 200],
    ['null', 'null', 200],
  ])('cannot read %s', (_, body, code) => {
    expect(failureOf(body, code)).toBeInstanceOf(UnreadableError);
  });

  it.each([401, 429])('trusts a gateway’s %i whatever its page says', (code) => {
    const error = failureOf('<html></html>', code);
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ status: code, message: '' });
  });

  it('refuses fields of the wrong type', () => {
    const body = { success: true, data: { isEnabled: 'yes', enabledMethods: 3 } };
    expect(() => readAnswer(raw(body), statusAnswer)).toThrow(UnreadableError);
  });
});

describe('the methods', () => {
  const read = (data: unknown) => readAnswer(raw({ success: true, data }), methodsAnswer);

  it('come as objects', () => {
    const method = {
      type: 'PASSKEY',
      name: 'Passkey',
      isAvailable: true,
      isConfigured: true,
      isEnabled: false,
    };
    expect(read([method])).toEqual({ methods: [method], unreadable: 0 });
  });

  it('come as plain types', () => {
    const methods = [
      { type: 'PASSKEY', isAvailable: true },
      { type: 'SMS', isAvailable: true },
    ];
    expect(read(['PASSKEY', 'SMS'])).toEqual({ methods, unreadable: 0 });
  });

  it('leave out unreadable entries and count them', () => {
    const { methods, unreadable } = read([{ type: 'PASSKEY' }, { name: 'no type' }, null, 7]);
    expect(methods.map(({ type }) => type)).toEqual(['PASSKEY']);
    expect(unreadable).toBe(3);
  });

  it('are listed once each', () => {
    expect(read(['PASSKEY', { type: 'PASSKEY', isEnabled: true }]).methods).toEqual([
      { type: 'PASSKEY', isAvailable: true },
    ]);
  });
});

describe('other answers', () => {
  const tokens = { success: true, accessToken: 'a', refreshToken: 'r' };

  it.each([1_800_000_000, 1_800_000_000_000])('reads expiresAt %i as milliseconds', (expiresAt) => {
    const read = readAnswer(raw({ ...tokens, expiresAt }), tokensAnswer);
    expect(read.expiresAt).toBe(1_800_000_000_000);
  });

  it('ignores an expiry that makes no sense', () => {
    expect(
      readAnswer(raw({ ...tokens, expiresAt: 'soon' }), tokensAnswer).expiresAt,
    ).toBeUndefined();
  });

  it('reads a profile whose organization is null', () => {
    const data = { id: '1', email: 'ada@example.com', orgId: null, orgRole: 255 };
    expect(readAnswer(raw({ success: true, data }), profileAnswer)).toMatchObject({ orgId: null });
  });
});
