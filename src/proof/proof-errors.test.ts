import { expect, it } from 'vitest';

import { codeKind } from './proof-errors.ts';

it.each([
  ['482913', 'app'],
  ['000000', 'app'],
  ['k7m2p9xq4r', 'backup'],
  ['12345678', 'backup'],
  ['', 'incomplete'],
  ['48291', 'incomplete'],
  ['k7m2p', 'incomplete'],
  ['k7m2p9', 'incomplete'],
  ['httpsexamplecomactivatetokenabcdef', 'incomplete'],
] as const)('%j is read as %s', (code, kind) => {
  expect(codeKind(code)).toBe(kind);
});
