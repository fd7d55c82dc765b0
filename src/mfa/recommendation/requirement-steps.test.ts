import { expect, test } from 'vitest';

import type { MfaMethod, MfaStatus } from '../../api/contract.ts';
import { describeMethods } from '../describe-methods.ts';
import { requirementSteps } from './requirement-steps.ts';

const status: MfaStatus = {
  isEnabled: false,
  isRequired: false,
  isEnforced: false,
  enabledMethods: [],
  sessionVerified: true,
};
const app = (isConfigured: boolean, isEnabled: boolean): MfaMethod[] => [
  { type: 'GOOGLE_AUTH', isAvailable: true, isConfigured, isEnabled },
];

const stepsFor = (methods: MfaMethod[], said: Partial<MfaStatus>) => {
  const whole = { ...status, ...said };
  return requirementSteps(describeMethods(methods, whole), whole);
};

test.each([
  ['nothing is required', app(false, false), {}, undefined],
  [
    'a method is on',
    app(true, true),
    { isEnforced: true, isEnabled: true, enabledMethods: ['GOOGLE_AUTH'] },
    undefined,
  ],
  [
    'a method that this version does not know is on',
    app(false, false),
    { isRequired: true, isEnabled: true, enabledMethods: ['CARRIER_PIGEON'] },
    undefined,
  ],
  ['nothing is set up', app(false, false), { isEnforced: true }, ['sign-in']],
  [
    'nothing is set up, and the platform requires a method',
    app(false, false),
    { isRequired: true },
    ['sign-in'],
  ],
  ['a method is off', app(true, false), { isEnforced: true }, ['sign-in', 'set-up']],
])('Where %s, the steps that are done are marked as done', (_case, methods, said, done) => {
  const steps = stepsFor(methods, said);
  expect(steps?.filter(({ isDone }) => isDone).map(({ step }) => step)).toEqual(done);
  const all = ['sign-in', 'set-up', 'turn-on'];
  expect(steps?.map(({ step }) => step)).toEqual(done && all);
});
