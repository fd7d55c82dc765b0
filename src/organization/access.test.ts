import { expect, test } from 'vitest';

import { type MfaStatus, orgRoles, type Profile } from '../api/contract.ts';
import { assessAccess } from './access.ts';

const profile: Profile = { id: 'a', email: 'ada@example.com', orgId: 'o', orgRole: orgRoles.owner };
const status: MfaStatus = {
  isEnabled: true,
  isRequired: false,
  isEnforced: false,
  enabledMethods: ['PASSKEY'],
  sessionVerified: true,
};

test.each([
  ['An owner', orgRoles.owner, 'open'],
  ['An administrator', orgRoles.administrator, 'open'],
  ['Someone who looks after workspaces', orgRoles.workspaces, 'not-administrator'],
  ['Someone who looks after billing', orgRoles.billing, 'not-administrator'],
  ['A user', orgRoles.user, 'not-administrator'],
  ['Someone with a role of tomorrow', 0xfd, 'not-administrator'],
  ['Someone without a role', undefined, 'not-administrator'],
  ['Someone whose role is null', null, 'not-administrator'],
] as const)('%s (%s) finds the page %s', (_who, orgRole, access) => {
  expect(assessAccess({ ...profile, orgRole }, status)).toBe(access);
});

test.each([null, undefined, ''])('An owner of nothing (%j) finds the page closed', (orgId) => {
  expect(assessAccess({ ...profile, orgId }, status)).toBe('not-administrator');
});

test.each([
  ['with', true, 'required', true, 'open'],
  ['with', true, 'not required', false, 'open'],
  ['without', false, 'required', true, 'own-method-first'],
  ['without', false, 'not required', false, 'open'],
] as const)(
  'An owner %s a method (%s), where one is %s (%s), finds the page %s',
  (_with, isEnabled, _required, isEnforced, access) => {
    expect(assessAccess(profile, { ...status, isEnabled, isEnforced })).toBe(access);
  },
);
