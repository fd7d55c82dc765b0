import { expect, test } from 'vitest';

import { RefusedError } from '../api/errors.ts';
import { findProblem, readProblem } from './new-password.tsx';
import { readResetToken } from './use-reset-password.ts';

const opaque = 'Zm9vYmFyYmF6cXV1eA_-';

test.each([
  [
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
  ],
  [opaque, opaque],
  [`${opaque}.Thank.you`, opaque],
  ['short', undefined],
  ['', undefined],
  ['a'.repeat(513), undefined],
])('Of "%s" the token is %j', (text, token) => {
  expect(readResetToken(text)).toBe(token);
});

test.each([
  ['', 'empty'],
  ['short words', 'too-short'],
  // Twelve code units, but six characters.
  ['😀😀😀😀😀😀', 'too-short'],
  ['twelve chars', undefined],
])('The page says of "%s" that it is %s', (password, problem) => {
  expect(findProblem(password)).toBe(problem);
});

test.each([
  ['PASSWORD_TOO_SHORT', 'too-short'],
  ['PASSWORD_TOO_LONG', 'too-long'],
  ['PASSWORD_TOO_COMMON', 'too-common'],
  ['NO_PASSWORD_SET', undefined],
  [undefined, undefined],
])('The service says by %s that it is %s', (code, problem) => {
  expect(readProblem(new RefusedError('', { status: 400, code, reference: '' }))).toBe(problem);
});
