import { expect, it, test } from 'vitest';

import { hasTokenShape } from './emailed-link.ts';
import { wasTaken } from './use-emailed-link.ts';

it.each([
  [{ wasTaken: true }, true],
  [{ wasTaken: false }, false],
  [{}, false],
  [null, false],
  [{ outcome: 'done' }, false],
])('The history entry %j says whether a link was taken out of its address: %s', (state, taken) => {
  expect(wasTaken(state)).toBe(taken);
});

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
