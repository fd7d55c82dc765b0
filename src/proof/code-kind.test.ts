import { expect, it } from 'vitest';

import { codeKind } from './code-kind.ts';

it.each([
  ['482913', 'app'],
  ['000000', 'app'],
  ['k7m2p-9xq4r', 'backup'],
  ['K7M2P9XQ4R', 'backup'],
  ['12345678', 'backup'],
  ['', 'incomplete'],
  ['48291', 'incomplete'],
  ['k7m2p-', 'incomplete'],
  ['٤٨٢٩١٣', 'incomplete'],
] as const)('%j is read as %s', (code, kind) => {
  expect(codeKind(code)).toBe(kind);
});
