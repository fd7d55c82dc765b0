import { expect, it } from 'vitest';
import { deriveKeys } from './keys.ts';
import { seal, unseal } from './seal.ts';

const key = new Uint8Array(32).fill(7);

it('[B10] A sealed text opens for its owner, and looks different each time', () => {
  const sealed = seal(key, 'ada', 'JBSWY3DPEHPK3PXP');
  expect(unseal(key, 'ada', sealed)).toBe('JBSWY3DPEHPK3PXP');
  expect(sealed).not.toBe(seal(key, 'ada', 'JBSWY3DPEHPK3PXP'));
});

it('[B10] A sealed text does not open for another owner, with another key, or with a changed bit', () => {
  const sealed = seal(key, 'ada', 'JBSWY3DPEHPK3PXP');
  const changed = Buffer.from(sealed, 'base64');
  changed[30] = (changed[30] ?? 0) ^ 1;
  expect(() => unseal(key, 'bob', sealed)).toThrow(/authenticate data/);
  expect(() => unseal(new Uint8Array(32), 'ada', sealed)).toThrow(/authenticate data/);
  expect(() => unseal(key, 'ada', changed.toString('base64'))).toThrow(/authenticate data/);
});

it('[B10] A text that an earlier version sealed still opens', () => {
  const sealed = 'nYXOFEXkDjic88ry/sOQ4zjByKYjK9DsQKNe3KYQETHslSYqLBQ=';
  expect(unseal(key, 'ada', sealed)).toBe('naïve ✓');
});

it('[B10] A sealed text with a shortened tag, which could be guessed, does not open', () => {
  const bytes = Buffer.from(seal(key, 'ada', ''), 'base64');
  expect(unseal(key, 'ada', bytes.toString('base64'))).toBe('');
  const cut = bytes.subarray(0, 12 + 4).toString('base64');
  expect(() => unseal(key, 'ada', cut)).toThrow(/authentication tag/);
});

it('[B4] Each use has its own key, and a secret key of another length is refused', () => {
  const keys = Object.values(deriveKeys(key)).map((derived) =>
    Buffer.from(derived).toString('hex'),
  );
  expect(new Set(keys).size).toBe(6);
  expect(() => deriveKeys(new Uint8Array(16))).toThrow('32 bytes');
});

it('The derived keys stay the same, so that stored data stays readable', () => {
  const starts = Object.entries(deriveKeys(key)).map(([use, derived]) => [
    use,
    Buffer.from(derived).toString('hex', 0, 4),
  ]);
  expect(Object.fromEntries(starts)).toEqual({
    accessTokens: '52ff9006',
    linkTokens: '1597da8d',
    seeds: 'eda615ff',
    backupCodes: 'f04959a0',
    rateLimits: 'df94b93e',
    devices: '1193081b',
  });
});
