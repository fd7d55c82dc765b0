import { describe, expect, it } from 'vitest';

import { RefusedError, UnreachableError, UnreadableError } from '../api/errors.ts';
import { judgeFailure, readResult } from './outcome.ts';

const refused = (status: number) => new RefusedError('', { status, reference: '' });

describe('what a failed activation means', () => {
  it.each([
    ['a refused token', refused(400), false, 'no-longer-works'],
    ['a refused token after a try that may have arrived', refused(400), true, 'may-be-on'],
    ['an account that is gone', refused(404), false, 'not-found'],
    ['a failing server', refused(500), false, 'unknown'],
    ['too many tries', refused(429), false, 'unknown'],
    ['no answer', new UnreachableError('timeout'), false, 'unknown'],
    ['an unreadable answer', new UnreadableError({ status: 200, reference: '' }), false, 'unknown'],
  ] as const)('%s', (_, error, wasUncertain, outcome) => {
    expect(judgeFailure(error, wasUncertain)).toBe(outcome);
  });
});

describe('what the history keeps', () => {
  it('reads an outcome back', () => {
    expect(readResult({ outcome: 'done' })).toEqual({ outcome: 'done' });
  });

  it.each([null, 'done', {}, { outcome: 'hacked' }])('ignores %j', (state) => {
    expect(readResult(state)).toBeUndefined();
  });
});
