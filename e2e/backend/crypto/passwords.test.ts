import { hash } from '@node-rs/argon2';
import { expect, it } from 'vitest';
import { hashPassword, isPasswordRight, longestPassword } from './passwords.ts';

it('[B10] A password is right for its own hash only', async () => {
  const hash = await hashPassword('a long enough password');
  expect(await isPasswordRight(hash, 'a long enough password')).toBe(true);
  expect(await isPasswordRight(hash, 'another long password')).toBe(false);
});

it.each(['', 'nobody has this password'])(
  '[B11] Where there is no such user, not even %j is right',
  async (password) => {
    expect(await isPasswordRight(undefined, password)).toBe(false);
  },
);

it.each([
  [
    'an accent as a sign of its own',
    'mañana mañana'.normalize('NFC'),
    'mañana mañana'.normalize('NFD'),
  ],
  ['wide letters', 'ｐａｓｓｗｏｒｄ　１２３', 'password 123'],
  ['Hangul in parts', '비밀번호'.normalize('NFC'), '비밀번호'.normalize('NFD')],
])('A password is the same however it is written: %s', async (_what, one, other) => {
  expect(one).not.toBe(other);
  expect(await isPasswordRight(await hashPassword(one), other)).toBe(true);
  expect(await isPasswordRight(await hashPassword(other), one)).toBe(true);
});

it('A password may be 1024 characters long', async () => {
  const longest = 'x'.repeat(longestPassword);
  expect(await isPasswordRight(await hashPassword(longest), longest)).toBe(true);
  await expect(hashPassword(`${longest}x`)).rejects.toThrow('at most 1024 characters');
});

it('[B11] A password that is too long is wrong, even for an empty one and its own hash', async () => {
  const long = 'x'.repeat(longestPassword + 1);
  expect(await isPasswordRight(await hash(long), long)).toBe(false);
  expect(await isPasswordRight(await hash(''), long)).toBe(false);
});
