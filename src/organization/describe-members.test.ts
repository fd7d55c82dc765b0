import { expect, test } from 'vitest';

import { orgRoles } from '../api/contract.ts';
import { countWithout, memberAction, memberName, roleName } from './describe-members.ts';

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
  ['a member without a method', 'other', false, 'remind'],
  ['a member of whom nothing is known', 'other', undefined, 'reset'],
  ['a member of whom the answer says null', 'other', null, 'reset'],
] as const)('For %s (%s, %s) the action is: %s', (_who, id, mfaEnabled, action) => {
  expect(memberAction({ id, email: 'a@example.com', mfaEnabled }, 'me')).toBe(action);
});

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
