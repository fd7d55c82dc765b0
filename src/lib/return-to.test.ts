import { describe, expect, it } from 'vitest';

import { safeReturnTo } from './return-to.ts';

const origin = 'https://app.example';

describe('[A9] returnTo stays on this origin', () => {
  it.each(['/', '/set-up/passkey', '/organization?q=a#b'])('keeps %s', (value) => {
    expect(safeReturnTo(value, origin)).toBe(value);
  });

  it.each([
    null,
    '',
    'evil',
    '//evil.example',
    '//evil.example/path',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'https://evil.example',
    'data:text/html,x',
  ])('refuses %j', (value) => {
    expect(safeReturnTo(value, origin)).toBe('/');
  });
});
