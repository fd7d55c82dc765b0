import { expect, it } from 'vitest';

import { describeSkew } from './describe-skew.ts';

it.each([
  [undefined, undefined],
  [0, undefined],
  [9, undefined],
  [-9, undefined],
  [10, { amount: 10, unit: 'second', isAhead: true }],
  [-42, { amount: 42, unit: 'second', isAhead: false }],
  [89, { amount: 89, unit: 'second', isAhead: true }],
  [90, { amount: 2, unit: 'minute', isAhead: true }],
  [-5399, { amount: 90, unit: 'minute', isAhead: false }],
  [7200, { amount: 2, unit: 'hour', isAhead: true }],
] as const)('a clock that is %s seconds ahead', (seconds, skew) => {
  expect(describeSkew(seconds)).toEqual(skew);
});
