import { expect, it } from 'vitest';
import { hashToken, keyedHash, randomToken } from './hash.ts';

it('[B3] A token is stored as its SHA-256 (FIPS 180)', () => {
  expect(hashToken('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});

it('[B10] A backup code is stored as its HMAC-SHA-256 (RFC 4231)', () => {
  const hash = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(keyedHash(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
    Buffer.from(hash, 'hex').toString('base64url'),
  );
});

it('[B3] A token is 256 random bits', () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect(randomToken()).not.toBe(randomToken());
});
