import { expect, it } from 'vitest';

import type { MfaMethod, MfaStatus, MfaType } from '../../../api/contract.ts';
import { describeMethods } from '../../describe-methods.ts';
import { describeTurnOff, type TurnOff } from './describe-turn-off.ts';

interface Case {
  name: string;
  mfaType: MfaType;
  on: string[];
  primary?: string;
  isEnforced?: boolean;
  means: Partial<TurnOff>;
}

const cases: Case[] = [
  {
    name: 'the only method leaves nothing',
    mfaType: 'PASSKEY',
    on: ['PASSKEY'],
    primary: 'PASSKEY',
    means: { isOn: true, remaining: [], nextPrimary: undefined, obstacle: undefined },
  },
  {
    name: 'one of three leaves the others, strongest first',
    mfaType: 'GOOGLE_AUTH',
    on: ['MAGIC_LINK', 'GOOGLE_AUTH', 'PASSKEY'],
    primary: 'PASSKEY',
    means: { remaining: ['PASSKEY', 'MAGIC_LINK'], nextPrimary: undefined },
  },
  {
    name: 'the strongest method left becomes primary',
    mfaType: 'PASSKEY',
    on: ['PASSKEY', 'MAGIC_LINK', 'GOOGLE_AUTH'],
    primary: 'PASSKEY',
    means: { remaining: ['GOOGLE_AUTH', 'MAGIC_LINK'], nextPrimary: 'GOOGLE_AUTH' },
  },
  {
    name: 'a method that this version does not know remains, last, and is not named as the next primary',
    mfaType: 'PASSKEY',
    on: ['CARRIER_PIGEON', 'PASSKEY'],
    primary: 'PASSKEY',
    means: { remaining: ['CARRIER_PIGEON'], nextPrimary: undefined },
  },
  {
    name: 'the last method cannot be turned off where the organization requires one',
    mfaType: 'GOOGLE_AUTH',
    on: ['GOOGLE_AUTH'],
    isEnforced: true,
    means: { isOn: true, obstacle: 'required-by-organization', remaining: [] },
  },
  {
    name: 'one of two methods can be turned off where the organization requires one',
    mfaType: 'GOOGLE_AUTH',
    on: ['GOOGLE_AUTH', 'MAGIC_LINK'],
    isEnforced: true,
    means: { obstacle: undefined, remaining: ['MAGIC_LINK'] },
  },
  {
    name: 'a method that is off has nothing to turn off',
    mfaType: 'PASSKEY',
    on: ['GOOGLE_AUTH'],
    means: { isOn: false, remaining: ['GOOGLE_AUTH'] },
  },
];

it.each(cases)('$name', ({ mfaType, on, primary, isEnforced = false, means }) => {
  const methods = ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK', 'CARRIER_PIGEON'].map(
    (each): MfaMethod => ({
      type: each,
      isAvailable: true,
      isConfigured: true,
      isEnabled: on.includes(each),
    }),
  );
  const status: MfaStatus = {
    isEnabled: on.length > 0,
    isRequired: false,
    isEnforced,
    enabledMethods: on,
    primaryMethod: primary,
    sessionVerified: true,
  };
  const turnOff = describeTurnOff(mfaType, describeMethods(methods, status), status);
  expect(turnOff).toMatchObject(means);
});
