import { expect, test } from 'vitest';

import { methodOfSlug, methodSlugs } from './methods.ts';

test.each([
  ['PASSKEY', 'passkey'],
  ['GOOGLE_AUTH', 'authenticator-app'],
  ['MAGIC_LINK', 'magic-link'],
] as const)('%s stands in addresses as %s', (type, slug) => {
  expect(methodSlugs[type]).toBe(slug);
  expect(methodOfSlug(slug)).toBe(type);
});

test.each([undefined, '', 'PASSKEY', 'sms'])('%j in an address is not a method', (slug) => {
  expect(methodOfSlug(slug)).toBeUndefined();
});
