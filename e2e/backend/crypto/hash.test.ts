import { expect, it } from 'vitest';
import { hashToken, keyedHash, randomToken } from './hash.ts';

it('[B3] A token is kept as its SHA-256, as FIPS 180 has it', () => {
  expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});

it('[B10] A backup code is kept as its HMAC-SHA-256, as RFC 4231 has it', () => {
  const hash = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(keyedHash(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
    Buffer.from(hash, 'hex').toString('base64url'),
  );
});

it('[B3] A token is 256 random bits', () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect(randomToken()).not.toBe(randomToken());
});
