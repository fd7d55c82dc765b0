import { expect, test } from 'vitest';

import { methodNames, methodOfSlug, methodSlugs } from './methods.ts';

test.each([
  ['PASSKEY', 'Passkey', 'passkey'],
  ['GOOGLE_AUTH', 'Authenticator app', 'authenticator-app'],
  ['MAGIC_LINK', 'Magic link', 'magic-link'],
] as const)('%s is called %s on screen, and %s in addresses', (mfaType, name, slug) => {
  expect(methodNames[mfaType].message).toBe(name);
  expect(methodSlugs[mfaType]).toBe(slug);
  expect(methodOfSlug(slug)).toBe(mfaType);
});

test.each([undefined, '', 'PASSKEY', 'sms'])('%j in an address is not a method', (slug) => {
  expect(methodOfSlug(slug)).toBeUndefined();
});
