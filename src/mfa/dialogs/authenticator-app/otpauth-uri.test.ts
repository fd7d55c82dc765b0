import { expect, it } from 'vitest';

import { otpauthUri } from './otpauth-uri.ts';

it.each([
  [
    'JBSWY3DPEHPK3PXP',
    'ada@example.com',
    'otpauth://totp/MFA%20settings:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=MFA%20settings',
  ],
  [
    'JBSWY3DPEHPK3PXP',
    undefined,
    'otpauth://totp/MFA%20settings?secret=JBSWY3DPEHPK3PXP&issuer=MFA%20settings',
  ],
  // Apps take the key without padding, and an address may hold what means something in a link.
  [
    'MZXW6===',
    'a?b&c#d@example.com',
    'otpauth://totp/MFA%20settings:a%3Fb%26c%23d%40example.com?secret=MZXW6&issuer=MFA%20settings',
  ],
])('the link of %s for %s', (secret, account, uri) => {
  expect(otpauthUri(secret, account)).toBe(uri);
});
