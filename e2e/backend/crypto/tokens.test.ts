import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { readToken, signToken } from './tokens.ts';
import type { TokenTerms } from './tokens.ts';

const key = new Uint8Array(32).fill(7);
const terms: TokenTerms = { key, purpose: 'access', audience: 'https://app.example', now: 90_500 };
const claims = { sub: 'ada', jti: 'one', purpose: 'access', aud: 'https://app.example', exp: 100 };

const sign = (changes: Record<string, unknown>, header = {}) =>
  new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', ...header })
    .sign(key);

it('[B4] A token names its user, purpose, audience, and its start and end in whole seconds', async () => {
  const token = await signToken(terms, { sub: 'ada', jti: 'one' }, 9_600);
  expect(await readToken(terms, token)).toEqual({ ...claims, iat: 90 });
  expect(await readToken({ ...terms, now: 99_999 }, token)).toBeDefined();
  expect(await readToken({ ...terms, now: 100_000 }, token)).toBeUndefined();
});

it.each(['sub', 'exp', 'jti', 'purpose', 'aud'])(
  '[B4] A token without its %s is none of ours',
  async (claim) => {
    expect(await readToken(terms, await sign({}))).toBeDefined();
    expect(await readToken(terms, await sign({ [claim]: undefined }))).toBeUndefined();
  },
);

it.each([{ typ: 'at+jwt' }, { typ: undefined }, { alg: 'HS384' }])(
  '[B4] A token with the header %j is none of ours',
  async (header) => {
    expect(await readToken(terms, await sign({}, header))).toBeUndefined();
  },
);

it('A failure of another kind is not reported as an invalid token', async () => {
  const token = await sign({});
  await expect(readToken({ ...terms, key: new Uint8Array() }, token)).rejects.toThrow(
    'Zero-length key',
  );
});
