import { expect, it } from 'vitest';

import { isOneOfTheCodes } from './is-one-of-the-codes.ts';

const codes = ['k7m2p-9xq4r', 'abcde-fghjk'];

it.each([
  ['k7m2p-9xq4r', true],
  ['ABCDE-FGHJK', true],
  ['k7m2p9xq4r', true],
  ['  k7m2p – 9xq4r ', true],
  ['k7m2p−9xq4r.', true],
  ['ｋ７ｍ２ｐ-9xq4r\u200B', true],
  ['k7m2p-9xq4', false],
  ['k7m2p-9xq4rr', false],
  ['k7m2p-fghjk', false],
  ['', false],
  [' - ', false],
])('whether %j is one of the codes: %s', (typed, isIt) => {
  expect(isOneOfTheCodes(typed, codes)).toBe(isIt);
});
