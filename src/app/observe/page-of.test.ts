import { expect, it } from 'vitest';

import { pageOf } from './page-of.ts';

it.each([
  ['/', '/'],
  ['/set-up/passkey', '/set-up/passkey'],
  ['/sign-in/second-step', '/sign-in/second-step'],
  ['/reset-password', '/reset-password'],
  ['/your-devices', '/your-devices'],
  ['/your-devices/0b7c2f6e-1111', '/your-devices/:id'],
  ['/set-up/ada@example.com', 'other'],
  ['/ada', 'other'],
])('The address %s is told as %s', (address, page) => {
  expect(pageOf(address)).toBe(page);
});
