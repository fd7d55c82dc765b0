import { describe, expect, it } from 'vitest';

import { otpauthUri, trustedQrCode } from './qr-code.ts';

describe('[A4] the QR code of the server', () => {
  it.each([
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:image/svg+xml,%3Csvg/%3E',
    'DATA:image/PNG;base64,iVBORw0KGgo=',
  ])('is shown when it is an image: %s', (qrCode) => {
    expect(trustedQrCode(qrCode)).toBe(qrCode);
  });

  it.each([
    undefined,
    null,
    '',
    'https://evil.example/qr.png',
    '//evil.example/qr.png',
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/pngx,x',
    'data:image/gif;base64,R0lGOD',
    ' data:image/png;base64,iVBORw0KGgo=',
    'blob:https://app.example/1',
  ])('is left out when it is anything else: %j', (qrCode) => {
    expect(trustedQrCode(qrCode)).toBeUndefined();
  });
});

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
  // Apps want the key without padding, and an email address may contain characters that mean
  // something in a link.
  [
    'MZXW6===',
    'a?b&c#d@example.com',
    'otpauth://totp/MFA%20settings:a%3Fb%26c%23d%40example.com?secret=MZXW6&issuer=MFA%20settings',
  ],
])('the link to an app for the key %s of %s', (secret, account, uri) => {
  expect(otpauthUri(secret, account)).toBe(uri);
});
