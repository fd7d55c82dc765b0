import { expect, it } from 'vitest';

import { isWholeCode } from './proof-errors.ts';

it.each([
  ['app', '482913', true],
  ['app', '000000', true],
  ['app', '', false],
  ['app', '48291', false],
  ['app', '4829130', false],
  ['app', 'k7m2p9', false],
  ['backup', 'k7m2p9xq4r', true],
  ['backup', '12345678', true],
  ['backup', '', false],
  ['backup', '482913', false],
  ['backup', 'k7m2p', false],
  ['backup', 'httpsexamplecomactivatetokenabcdef', false],
] as const)('In the %s field, %j can be right: %s', (kind, code, isWhole) => {
  expect(isWholeCode(kind, code)).toBe(isWhole);
});
