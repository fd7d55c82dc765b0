import { expect, test } from 'vitest';

import { countWithout } from './coverage.tsx';

const said = (...answers: (boolean | null | undefined)[]) =>
  answers.map((mfaEnabled, index) => ({ id: `${index}`, email: 'a@example.com', mfaEnabled }));

test.each([
  ['all have one', said(true, true), 0, { without: 0, of: 2 }],
  ['some have none', said(true, false, false), 0, { without: 2, of: 3 }],
  ['all have none', said(false), 0, { without: 1, of: 1 }],
  ['one member has no answer', said(true, undefined, false), 0, undefined],
  ['one answer is null', said(null, false), 0, undefined],
  ['no member has an answer', said(undefined, undefined), 0, undefined],
  ['a member is left out', said(true, false), 1, undefined],
  ['there is nobody', said(), 0, undefined],
])('Where %s, the count is right or missing', (_case, members, leftOut, coverage) => {
  expect(countWithout({ members, leftOut })).toEqual(coverage);
});
