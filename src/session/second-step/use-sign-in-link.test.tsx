import { expect, test } from 'vitest';

import { readSignInLinkResult } from './use-sign-in-link.ts';

test.each(['done', 'no-longer-works', 'unknown'])(
  'A reload shows the result again: %s',
  (signInLink) => {
    expect(readSignInLinkResult({ signInLink })).toBe(signInLink);
  },
);

test.each([null, undefined, 'done', {}, { signInLink: 'hacked' }])(
  'The history entry %j holds no result',
  (state) => {
    expect(readSignInLinkResult(state)).toBeUndefined();
  },
);
