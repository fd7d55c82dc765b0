import { expect, it } from 'vitest';

import type { MfaMethod, MfaStatus } from '../../../api/contract.ts';
import { describeMethods } from '../../describe-methods.ts';
import { describeReset, isSameWord, type Reset } from './describe-reset.ts';

interface Case {
  name: string;
  on: string[];
  off?: string[];
  isEnforced?: boolean;
  means: Reset;
}

const cases: Case[] = [
  {
    name: 'nothing is lost where nothing is set up',
    on: [],
    means: { lost: [], hasBackupCodes: false, isRequired: false },
  },
  {
    name: 'methods that are on or off are lost, strongest first',
    on: ['MAGIC_LINK', 'PASSKEY'],
    off: ['GOOGLE_AUTH'],
    means: {
      lost: ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'],
      hasBackupCodes: true,
      isRequired: false,
    },
  },
  {
    name: 'a method that this version does not know is lost, too',
    on: ['CARRIER_PIGEON', 'PASSKEY'],
    means: { lost: ['PASSKEY', 'CARRIER_PIGEON'], hasBackupCodes: false, isRequired: false },
  },
  {
    name: 'the organization still requires a second step',
    on: ['PASSKEY'],
    isEnforced: true,
    means: { lost: ['PASSKEY'], hasBackupCodes: false, isRequired: true },
  },
];

it.each(cases)('$name', ({ on, off = [], isEnforced = false, means }) => {
  const methods = ['PASSKEY', 'GOOGLE_AUTH', 'MAGIC_LINK'].map((type): MfaMethod => ({
    type,
    isAvailable: true,
    isConfigured: on.includes(type) || off.includes(type),
    isEnabled: on.includes(type),
  }));
  const status: MfaStatus = {
    isEnabled: on.length > 0,
    isRequired: false,
    isEnforced,
    enabledMethods: on,
    sessionVerified: true,
  };
  expect(describeReset(describeMethods(methods, status), status)).toEqual(means);
});

it.each([
  ['en', 'reset', 'Reset '],
  ['en', 'reset', 'ｒｅｓｅｔ'],
  ['vi', 'đặt lại', 'Đặt  LẠI'],
  ['tr', 'sıfırla', 'SIFIRLA'],
  ['ja', 'リセット', 'ﾘｾｯﾄ'],
  ['ja', 'リセット', 'りせっと'],
  ['de', 'zurücksetzen', 'zurucksetzen'],
])('takes, in %s, the word %j typed as %j', (language, word, typed) => {
  expect(isSameWord(typed, word, language)).toBe(true);
});

it.each(['', ' ', 'rest', 'resets', 'reset it'])('does not take %j for the word', (typed) => {
  expect(isSameWord(typed, 'reset', 'en')).toBe(false);
});
