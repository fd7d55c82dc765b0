import { expect, test } from 'vitest';

import type { MfaStatus } from '../api/contract.ts';
import type { MethodState, MethodView } from './describe-methods.ts';
import { assessProtection } from './protection.ts';

const status: MfaStatus = {
  isEnabled: true,
  isRequired: false,
  isEnforced: false,
  enabledMethods: [],
  sessionVerified: true,
};
const view = (type: string, state: MethodState): MethodView => ({
  type,
  state,
  isPrimary: false,
  mainAction: undefined,
  menuActions: [],
  obstacles: {},
});
const views = (passkey: MethodState, app: MethodState) => [
  view('PASSKEY', passkey),
  view('GOOGLE_AUTH', app),
];

test.each<[string, MethodView[], Partial<MfaStatus>, object]>([
  ['nothing is on', views('off', 'not-set-up'), {}, { kind: 'unprotected' }],
  [
    'nothing is on, and the platform requires it',
    views('off', 'not-set-up'),
    { isRequired: true },
    { kind: 'missing' },
  ],
  [
    'nothing is on, and the organization requires it',
    views('off', 'off'),
    { isEnforced: true },
    { kind: 'missing' },
  ],
  [
    'one of two is on, and primary',
    views('on', 'off'),
    { primaryMethod: 'PASSKEY' },
    { kind: 'protected', on: 1, of: 2, primary: 'PASSKEY' },
  ],
  [
    'both are on, and none is primary',
    views('on', 'on'),
    { isRequired: true },
    { kind: 'protected', on: 2, of: 2, primary: undefined },
  ],
  [
    'only a method that this version does not know is on, by the status',
    [...views('off', 'off'), view('SMS', 'unsupported')],
    { enabledMethods: ['SMS'], primaryMethod: 'SMS' },
    { kind: 'protected', on: 1, of: 3, primary: undefined },
  ],
  [
    'the primary is one that this version does not know',
    views('on', 'off'),
    { primaryMethod: 'SMS' },
    { kind: 'protected', on: 1, of: 2, primary: undefined },
  ],
])(
  'Where %s, the protection follows from the methods that are on',
  (_case, views, said, protection) => {
    expect(assessProtection(views, { ...status, ...said })).toEqual(protection);
  },
);
