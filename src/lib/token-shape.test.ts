import { expect, test } from 'vitest';

import { hasTokenShape } from './token-shape.ts';

const ofLength = (length: number) => `a.b.${'c'.repeat(length - 4)}`;

test.each([
  ['three parts of one letter', 'a.b.c', true],
  ['all of the alphabet', 'aZ0_-.aZ0_-.aZ0_-', true],
  ['4 kB', ofLength(4096), true],
  ['a byte more than 4 kB', ofLength(4097), false],
  ['nothing', '', false],
  ['two parts', 'a.b', false],
  ['four parts', 'a.b.c.d', false],
  ['an empty first part', '.b.c', false],
  ['an empty second part', 'a..c', false],
  ['an empty third part', 'a.b.', false],
  ['something before it', ' a.b.c', false],
  ['something after it', 'a.b.c ', false],
  ['other letters in its first part', 'a+.b.c', false],
  ['other letters in its second part', 'a./b.c', false],
  ['other letters in its third part', 'a.b.c=', false],
  ['no dots', 'aabac', false],
])('A token with %s is told apart', (_case, token, hasShape) => {
  expect(hasTokenShape(token)).toBe(hasShape);
});
