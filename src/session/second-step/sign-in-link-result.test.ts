import { expect, test } from 'vitest';

import { readSignInLinkResult } from './sign-in-link-result.ts';

test.each(['done', 'no-longer-works', 'unknown'])('A reload shows again: %s', (signInLink) => {
  expect(readSignInLinkResult({ signInLink })).toBe(signInLink);
});

test.each([null, undefined, 'done', {}, { signInLink: 'hacked' }])('%j says nothing', (state) => {
  expect(readSignInLinkResult(state)).toBeUndefined();
});
