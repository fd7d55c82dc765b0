import { beforeEach, expect, test, vi } from 'vitest';

import { ceremonyError } from '../passkey/ceremony-error.ts';
import { RefusedError, UnreachableError, UnreadableError } from './errors.ts';
import { explain, outcomeUnknown, stillTrue } from './explain.ts';
import { noteServerDate } from './server-clock.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const refused = (status: number, retryAt?: number) =>
  new RefusedError('Internal: token row 7', { status, retryAt, reference: '7' });

beforeEach(() => {
  vi.useFakeTimers({ now });
  return () => vi.useRealTimers();
});

const trouble = "We couldn't reach the service. Try again in a moment.";

test.each([
  ['a defect', new TypeError('x'), 'Something went wrong on this page. Reload it and try again.'],
  ['no error at all', undefined, 'Something went wrong on this page. Reload it and try again.'],
  ['400', refused(400), "The service didn't accept this. Reload the page and try again."],
  ['401', refused(401), 'Your session has ended. Sign in again.'],
  ['403', refused(403), "Your organization doesn't allow this. Ask an administrator."],
  ['404', refused(404), "We couldn't find your account."],
  ['429', refused(429), 'Too many attempts.'],
  ['499', refused(499), "The service didn't accept this. Reload the page and try again."],
  ['500', refused(500), trouble],
  ['503', refused(503), trouble],
  [
    'a lost connection',
    new UnreachableError('offline'),
    "You're offline. Try again when you're connected.",
  ],
  [
    'silence',
    new UnreachableError('timeout'),
    "The service took too long to answer. Check what's shown here before you try again.",
  ],
  ['a failing network', new UnreachableError('network'), trouble],
  ['a proxy’s page', new UnreadableError({ status: 502, reference: '7' }), trouble],
])('After %s people read our own words', (_case, error, sentence) => {
  const { why, isNeutral } = explain(error);
  expect(why.message).toBe(sentence);
  expect(isNeutral).toBe(false);
});

// No macro, so that the catalogue stays free of sentences that nobody reads.
const special = { id: 'special', message: 'Only the owner may do this.' };
test.each([
  ['a refusal with a status that the page has words for', refused(403, now), special.message],
  ['a refusal with another status', refused(404), "We couldn't find your account."],
  ['a failing server', refused(500), trouble],
  [
    'a 403 that is not the platform’s',
    new UnreadableError({ status: 403, reference: '7' }),
    trouble,
  ],
  [
    'a lost connection',
    new UnreachableError('offline'),
    "You're offline. Try again when you're connected.",
  ],
])('A page can have its own words for a status: %s', (_case, error, sentence) => {
  expect(explain(error, { 403: special }).why.message).toBe(sentence);
});

test('A page’s own words change nothing else about the explanation', () => {
  const error = refused(403, now);
  expect(explain(error, { 403: special })).toEqual({ ...explain(error), why: special });
});

test.each([
  ['a failing server', refused(500), '7'],
  ['an unreadable answer', new UnreadableError({ status: 200, reference: '9' }), '9'],
  ['a refusal', refused(499), undefined],
  ['no answer', new UnreachableError('timeout'), undefined],
])('After %s the reference for support is %s', (_case, error, reference) => {
  expect(explain(error).reference).toBe(reference);
});

test('The time to retry is by the device’s clock', () => {
  expect(explain(refused(429)).retryAt).toBeUndefined();
  noteServerDate(new Date(now + 60_000).toUTCString());
  expect(explain(refused(429, now + 90_000)).retryAt).toBe(now + 30_000);
});

test.each([
  ['cancelled', "Canceled. Nothing changed. Try again when you're ready.", true],
  [
    'not-created',
    "The passkey wasn't created. A security key may need a PIN first: set one in your device's or browser's settings. If time ran out or the prompt was closed, try again.",
    true,
  ],
  [
    'not-used',
    "The passkey wasn't used. A security key may need a PIN first: set one in your device's or browser's settings. If time ran out or the prompt was closed, try again.",
    true,
  ],
  ['already-registered', 'This device already has a passkey', true],
  ['unsupported', "This browser can't use passkeys. An authenticator app works everywhere.", false],
  [
    'misconfigured',
    "Passkeys don't work at this address. Tell support which address you used.",
    false,
  ],
  ['failed', "The passkey didn't work. Try again, or use another method.", false],
] as const)('A ceremony that was %s brings its own words', (reason, sentence, isNeutral) => {
  const explanation = explain(ceremonyError(reason));
  expect(explanation).toMatchObject({ why: { message: sentence }, isNeutral });
});

const unchanged = { id: 'unchanged', message: 'Nothing was changed.' };

test.each([
  ['a refusal', refused(400), unchanged],
  ['a request that never left', new UnreachableError('offline'), unchanged],
  ['silence', new UnreachableError('timeout'), outcomeUnknown],
  ['a failing server', refused(500), outcomeUnknown],
])('After %s a page claims only what is certain', (_case, error, claim) => {
  expect(stillTrue(error, unchanged)).toBe(claim);
});
