import { expect, test } from 'vitest';

import { orgRoles } from '../api/contract.ts';
import { memberAction, memberName, roleName } from './describe-member.ts';

const member = { id: 'a', email: 'ada@example.com' };

test.each([
  [orgRoles.owner, 'Besitzer', 'Owner'],
  [orgRoles.administrator, undefined, 'Administrator'],
  [orgRoles.workspaces, undefined, 'Workspaces'],
  [orgRoles.billing, undefined, 'Billing'],
  [orgRoles.user, 'User', undefined],
  [0x42, ' Auditor ', 'Auditor'],
  [0x42, ' ', undefined],
  [undefined, undefined, undefined],
  [null, 'Guest', 'Guest'],
])('The role %j, which the server calls %j, is shown as %j', (orgRole, description, shown) => {
  const role = roleName({ ...member, orgRole, orgRoleDescription: description });
  expect(typeof role === 'object' ? role.message : role).toBe(shown);
});

test.each([
  ['Ada', 'Lovelace', 'Ada Lovelace'],
  [' Ada ', '', 'Ada'],
  [undefined, 'Lovelace', 'Lovelace'],
  [null, ' ', 'ada@example.com'],
])('Someone named %j %j is called %j', (name, lastName, called) => {
  expect(memberName({ ...member, name, lastName })).toBe(called);
});

test.each([
  ['the reader, with a method', 'me', true, 'own-settings'],
  ['the reader, without a method', 'me', false, 'own-settings'],
  ['a member with a method', 'other', true, 'reset'],
  ['a member without a method', 'other', false, 'nothing-to-reset'],
  ['a member of whom nothing is known', 'other', undefined, 'reset'],
  ['a member of whom the answer says null', 'other', null, 'reset'],
] as const)('For %s (%s, %s) the action is: %s', (_who, id, mfaEnabled, action) => {
  expect(memberAction({ id, email: 'a@example.com', mfaEnabled }, 'me')).toBe(action);
});
