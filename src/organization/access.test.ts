import { expect, test } from 'vitest';

import { type MfaStatus, orgRoles, type Profile } from '../api/contract.ts';
import { RefusedError, UnreachableError, UnreadableError } from '../api/errors.ts';
import { explain } from '../api/explain.ts';
import { administratorWords, assessAccess, memberWords } from './access.ts';

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
  ['Someone with an unknown role', 0xfd, 'not-administrator'],
  ['Someone without a role', undefined, 'not-administrator'],
  ['Someone whose role is null', null, 'not-administrator'],
] as const)('%s (%s) finds the page: %s', (_who, orgRole, access) => {
  expect(assessAccess({ ...profile, orgRole }, status)).toBe(access);
});

test.each([null, undefined, ''])(
  'An owner without an organization (%j) finds the page closed',
  (orgId) => {
    expect(assessAccess({ ...profile, orgId }, status)).toBe('not-administrator');
  },
);

test.each([
  ['with', true, 'required', true, 'open'],
  ['with', true, 'not required', false, 'open'],
  ['without', false, 'required', true, 'own-method-first'],
  ['without', false, 'not required', false, 'open'],
] as const)(
  'An owner %s a method (%s), where one is %s (%s), finds the page: %s',
  (_with, isEnabled, _required, isEnforced, access) => {
    expect(assessAccess(profile, { ...status, isEnabled, isEnforced })).toBe(access);
  },
);

const refused = (status: number) => new RefusedError('User not found', { status, reference: '7' });

test.each([
  ['is refused', refused(403), "Your role in the organization doesn't allow this."],
  ['meets a failing server', refused(500), /couldn't reach the service/],
  [
    'meets a proxy’s own 403',
    new UnreadableError({ status: 403, reference: '7' }),
    /couldn't reach the service/,
  ],
  ['is offline', new UnreachableError('offline'), /You're offline/],
])('An administrator who %s reads why', (_case, error, why) => {
  for (const words of [administratorWords, memberWords])
    expect(explain(error, words).why.message).toMatch(why);
});

test('A deleted member and a missing page read differently', () => {
  expect(explain(refused(404), memberWords).why.message).toBe(
    'This person is no longer in your organization.',
  );
  expect(explain(refused(404), administratorWords).why.message).not.toContain('This person');
});

test('The reference for support is kept', () => {
  expect(explain(refused(502), memberWords).reference).toBe('7');
});
