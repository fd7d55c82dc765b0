import { expect, test } from 'vitest';

import { RefusedError, UnreachableError, UnreadableError } from '../api/errors.ts';
import { explainMemberFailure, explainToAdministrator } from './explain-to-administrator.ts';

const refused = (status: number) => new RefusedError('User not found', { status, reference: '7' });

test.each([
  ['is refused', refused(403), 'Your role in the organization does not allow this.'],
  ['meets a service in trouble', refused(500), /could not reach the service/],
  [
    'meets a proxy’s own 403',
    new UnreadableError({ status: 403, reference: '7' }),
    /could not reach the service/,
  ],
  ['is offline', new UnreachableError('offline'), /You are offline/],
])('Who looks after others and %s reads why', (_case, error, why) => {
  for (const explain of [explainToAdministrator, explainMemberFailure])
    expect(explain(error).why.message).toMatch(why);
});

test('A member who is gone is told apart from a page that is', () => {
  expect(explainMemberFailure(refused(404)).why.message).toBe(
    'This person is no longer in your organization.',
  );
  expect(explainToAdministrator(refused(404)).why.message).not.toContain('This person');
});

test('What to quote to support is kept', () => {
  expect(explainMemberFailure(refused(502)).reference).toBe('7');
});
