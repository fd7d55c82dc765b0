import { expect, test } from 'vitest';

import { ceremonyError } from '../passkey/ceremony-error.ts';
import {
  isAppError,
  isOutcomeUnknown,
  RefusedError,
  UnreachableError,
  UnreadableError,
} from './errors.ts';

const refused = (status: number) => new RefusedError('No', { status, reference: '7' });
const unreadable = new UnreadableError({ status: 502, reference: '502 abc' });

test.each([
  ['a refusal', refused(400), false],
  ['a refusal at the edge of failing', refused(499), false],
  ['a failing server', refused(500), true],
  ['a request that never left', new UnreachableError('offline'), false],
  ['no answer in time', new UnreachableError('timeout'), true],
  ['a network that failed', new UnreachableError('network'), true],
  ['an answer that cannot be read', unreadable, true],
  ['a proof that was declined', ceremonyError('cancelled'), false],
  ['a defect of ours', new TypeError('x is undefined'), false],
  ['what is no error', { status: 500, reason: 'timeout' }, false],
])('After %s it is known whether the change may have happened', (_case, error, isUnknown) => {
  expect(isOutcomeUnknown(error)).toBe(isUnknown);
});

test.each([
  ['refused', refused(400)],
  ['unreachable', new UnreachableError('timeout')],
  ['unreadable', unreadable],
  ['ceremony', ceremonyError('failed')],
])('A failure that is %s says so', (kind, error) => {
  expect(isAppError(error)).toBe(true);
  expect(error).toMatchObject({ kind });
});

test('A bug in our code is not an expected failure', () => {
  expect(isAppError(new Error('refused'))).toBe(false);
  expect(isAppError({ kind: 'refused' })).toBe(false);
});

test('Failures keep their cause, and name themselves in a log', () => {
  const cause = new TypeError('Failed to fetch');
  expect(new UnreachableError('network', { cause })).toMatchObject({
    message: 'No answer: network',
    cause,
  });
  expect(unreadable).toMatchObject({ message: 'Unreadable answer (502 abc)', status: 502 });
  expect(ceremonyError('failed', { cause })).toMatchObject({ message: 'failed', cause });
});

test('A refusal keeps the details of the answer, and a null code counts as none', () => {
  const details = { status: 429, code: null, retryAt: 5, reference: '7', data: { left: 1 } };
  expect(new RefusedError('No', details)).toMatchObject({ ...details, code: undefined });
});
