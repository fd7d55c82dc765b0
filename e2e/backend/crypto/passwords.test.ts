import { expect, it } from 'vitest';
import { hashPassword, isPasswordRight } from './passwords.ts';

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
