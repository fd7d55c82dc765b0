import { expect, test } from 'vitest';

import { memberAction } from './member-action.ts';

test.each([
  ['oneself, with a method', 'me', true, 'own-settings'],
  ['oneself, without a method', 'me', false, 'own-settings'],
  ['a member with a method', 'other', true, 'reset'],
  ['a member without a method', 'other', false, 'nothing-to-reset'],
  ['a member of whom nothing is known', 'other', undefined, 'reset'],
  ['a member of whom the answer says null', 'other', null, 'reset'],
] as const)('For %s (%s, %s) there is: %s', (_who, id, mfaEnabled, action) => {
  expect(memberAction({ id, email: 'a@example.com', mfaEnabled }, 'me')).toBe(action);
});
