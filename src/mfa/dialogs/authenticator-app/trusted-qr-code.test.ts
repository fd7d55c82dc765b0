import { describe, expect, it } from 'vitest';

import { trustedQrCode } from './trusted-qr-code.ts';

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
