import { expect, it } from 'vitest';

import type { MfaType } from '../../../api/contract.ts';
import { isStronger } from './is-stronger.ts';

const cases: [MfaType, string | undefined, boolean][] = [
  ['PASSKEY', 'GOOGLE_AUTH', true],
  ['PASSKEY', 'MAGIC_LINK', true],
  ['GOOGLE_AUTH', 'MAGIC_LINK', true],
  ['GOOGLE_AUTH', 'PASSKEY', false],
  ['MAGIC_LINK', 'GOOGLE_AUTH', false],
  ['PASSKEY', 'PASSKEY', false],
  ['PASSKEY', undefined, false],
  ['PASSKEY', 'CARRIER_PIGEON', false],
];

it.each(cases)(
  'whether %s is stronger than the primary method %s: %s',
  (mfaType, primary, isIt) => {
    expect(isStronger(mfaType, primary)).toBe(isIt);
  },
);
