import { describe, expect, it } from 'vitest';

import { RefusedError, UnreachableError, UnreadableError } from '../api/errors.ts';
import { judgeFailure, judgeSuccess, readResult } from './outcome.ts';

const refused = (status: number) => new RefusedError('', { status, reference: '' });
const unreadable = (status: number) => new UnreadableError({ status, reference: '' });

describe('[A1] whose account a link turned on', () => {
  const ada = 'ada@example.com';
  const bob = 'bob@example.com';
  it.each([
    ['nobody will be signed in', { isSignedIn: false }, 'done'],
    ['the status here changed with it', { wasOn: false, isOn: true }, 'done'],
    ['the status here says that it is off', { wasOn: false, isOn: false }, 'on-elsewhere'],
    ['it is off here, and nobody knows what it was', { isOn: false }, 'on-elsewhere'],
    ['it was on here before', { wasOn: true, isOn: true }, 'on-for-someone'],
    ['the status before could not be read', { isOn: true }, 'on-for-someone'],
    ['the status after could not be read', { wasOn: false }, 'on-for-someone'],
    ['the answer names the one signed in here', { email: ada, here: 'Ada@Example.com' }, 'done'],
    ['the answer names another', { email: ada, here: bob, isOn: true }, 'on-elsewhere'],
    ['the answer names one, and who is signed in is unknown', { email: ada, isOn: true }, 'done'],
  ] as const)('where %s', (_, known, outcome) => {
    const unknown = { email: undefined, here: undefined, wasOn: undefined, isOn: undefined };
    expect(judgeSuccess({ ...unknown, isSignedIn: true, ...known })).toBe(outcome);
  });
});

describe('what a failed activation means', () => {
  it.each([
    ['a refused token', refused(400), false, 'no-longer-works'],
    ['a refused token after a try that may have arrived', refused(400), true, 'may-be-on'],
    ['an account that is gone', refused(404), false, 'not-found'],
    ['a failing server', refused(500), false, 'unknown'],
    ['too many tries', refused(429), false, 'unknown'],
    ['no answer', new UnreachableError('timeout'), false, 'unknown'],
    ['an unreadable answer', unreadable(200), false, 'unknown'],
    ['a proxy’s own 400', unreadable(400), false, 'unknown'],
    ['a proxy’s own 404', unreadable(404), false, 'unknown'],
  ] as const)('%s', (_, error, wasUncertain, outcome) => {
    expect(judgeFailure(error, wasUncertain)).toBe(outcome);
  });
});

describe('what the history entry keeps', () => {
  it('reads an outcome back', () => {
    expect(readResult({ outcome: 'done' })).toEqual({ outcome: 'done' });
  });

  it.each([null, 'done', {}, { outcome: 'hacked' }])('ignores %j', (state) => {
    expect(readResult(state)).toBeUndefined();
  });
});
