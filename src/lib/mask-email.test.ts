import { expect, test } from 'vitest';

import { maskEmail } from './mask-email.ts';

test.each([
  ['ada@example.com', 'a•••@example.com'],
  ['a@example.com', 'a•••@example.com'],
  ['𝒶da@example.com', '𝒶•••@example.com'],
  ['"a@b"@example.com', '"•••@example.com'],
  ['@example.com', '•••'],
  ['nobody', '•••'],
  ['', '•••'],
])('Of %j people see %j', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});
