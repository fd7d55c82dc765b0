import { expect, it } from 'vitest';

import { RefusedError, UnreachableError, UnreadableError } from '../../api/errors.ts';
import { PasskeyNotSavedError } from '../../mfa/dialogs/passkey/make-passkey.ts';
import { ceremonyError } from '../../passkey/ceremony-error.ts';
import { IncompleteCodeError, readError } from './read-error.ts';

const refused = (status: number, code?: string) =>
  new RefusedError('in English', { status, code, reference: 'r1' });

it.each([
  ['declined', false, ceremonyError('cancelled')],
  ['passkey-not-created', false, ceremonyError('not-created')],
  ['passkey-not-used', false, ceremonyError('not-used')],
  ['passkey-already-registered', false, ceremonyError('already-registered')],
  ['passkeys-unsupported', false, ceremonyError('unsupported')],
  ['passkeys-misconfigured', false, ceremonyError('misconfigured')],
  ['passkey-failed', false, ceremonyError('failed')],
  ['passkey-not-saved', false, new PasskeyNotSavedError(true, { cause: undefined })],
  ['passkey-not-saved', true, new PasskeyNotSavedError(false, { cause: undefined })],
  ['incomplete-code', false, new IncompleteCodeError()],
  ['refused', false, refused(400)],
  ['session-ended', false, refused(401)],
  ['not-allowed', false, refused(403)],
  ['proof-required', false, refused(403, 'REAUTH_REQUIRED')],
  ['proof-required', false, refused(403, 'MFA_REQUIRED')],
  ['not-found', false, refused(404)],
  ['too-many-attempts', false, refused(429)],
  ['service-trouble', true, refused(500)],
  ['service-trouble', true, new UnreadableError({ status: 200, reference: 'r1' })],
  ['service-trouble', true, new UnreachableError('network')],
  ['timeout', true, new UnreachableError('timeout')],
  ['offline', false, new UnreachableError('offline')],
  ['unexpected', false, new TypeError('a defect')],
])('%s, its outcome unknown: %s', (code, isOutcomeUnknown, cause) => {
  expect(readError(cause)).toMatchObject({ code, isOutcomeUnknown, cause });
});

it('A refusal means something else in some places, but not a failure of the backend', () => {
  expect(readError(refused(401), { 401: 'wrong-code' }).code).toBe('wrong-code');
  expect(readError(refused(500), { 401: 'wrong-code' }).code).toBe('service-trouble');
});

it('What the answer said besides is told, and nothing is made up', () => {
  const cause = new RefusedError('', {
    status: 429,
    code: 'SLOW_DOWN',
    reference: 'r1',
    retryAt: 1_000,
    data: { attemptsLeft: 2 },
  });
  expect(readError(cause)).toEqual({
    code: 'too-many-attempts',
    isOutcomeUnknown: false,
    status: 429,
    serverCode: 'SLOW_DOWN',
    reference: 'r1',
    retryAt: 1_000,
    attemptsLeft: 2,
    cause,
  });
  const other = new UnreachableError('offline');
  expect(readError(other)).toEqual({ code: 'offline', isOutcomeUnknown: false, cause: other });
});
