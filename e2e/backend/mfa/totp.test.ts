import { expect, it } from 'vitest';
import { currentTotpCode, matchTotpStep, newTotpSecret, totpUri } from './totp.ts';

/** RFC 6238, appendix B: the ASCII secret 12345678901234567890, SHA-1; of eight digits the last six. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

it.each(vectors)('At %i s the code is %s, as in RFC 6238', (seconds, code) => {
  expect(currentTotpCode(secret, seconds * 1000)).toBe(code);
  expect(matchTotpStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

it.each([
  [-60, undefined],
  [-30, 39],
  [0, 40],
  [30, 41],
  [60, undefined],
])('[B1] A code of %i s from now belongs to step %s', (offset, step) => {
  const now = 1_200_000;
  const code = currentTotpCode(secret, now + offset * 1000);
  expect(matchTotpStep(secret, code, now)).toBe(step);
});

it.each([
  '',
  '2',
  '28',
  '287',
  '2870',
  '28708',
  '2870820',
  '0287082',
  ' 87082',
  '２８７０８２',
  '٢٨٧٠٨٢',
  '28708\n',
])(
  '[GHSA-rmmc-8cqj-hfp3] %j is not six ASCII digits, so it is no code unless it is cleaned first',
  (code) => {
    expect(matchTotpStep(secret, code, 59_000)).toBeUndefined();
  },
);

it('A secret is 160 random bits', () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(newTotpSecret());
});

it('What the QR code says is read by every app: who, where, and how codes are made', () => {
  expect(totpUri(secret, 'ada@example.com', 'MFA settings')).toBe(
    'otpauth://totp/MFA%20settings:ada%40example.com?issuer=MFA%20settings' +
      `&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
});
