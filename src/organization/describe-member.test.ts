import { expect, test } from 'vitest';

import { orgRoles } from '../api/contract.ts';
import { memberName } from './member-name.ts';
import { roleName } from './role-name.ts';

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
