import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Person, password } from '../backend/testing/person.ts';
import { appUrl, startTestBackend } from '../backend/testing/start-test-backend.ts';
import type { TestBackend } from '../backend/testing/start-test-backend.ts';
import { describeReport } from './describe-report.ts';
import { driveCalls } from './drive-calls.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

type Change = (call: string, status: number, body: Record<string, unknown>) => [number, unknown];

/** @param change makes wrong answers of right ones */
async function drive(email: string, change?: Change) {
  // The driver makes codes by the clock of this machine.
  backend.advance(Date.now() - backend.now());
  return driveCalls({
    url: appUrl,
    email,
    password,
    send: async (request) => {
      const response = await backend.fetch(request, randomUUID());
      if (change === undefined) return response;
      const call = `${request.method} ${new URL(request.url).pathname}`;
      const body = (await response.json()) as Record<string, unknown>;
      const [status, changed] = change(call, response.status, body);
      return Response.json(changed, { status });
    },
  });
}

it('The reference backend answers as the contract says', async () => {
  const orgId = (await backend.createOrganization('Example')).id;
  const person = await Person.create(backend, { orgId, orgRole: 0xff });
  const report = await drive(person.email);
  expect(describeReport(report)).toMatch(
    /^No success was seen of: .*\.\n\d\d answers compared, 0 differ from the contract\.$/,
  );
  expect(report.unseen).toEqual([
    'POST /user/reset-password',
    'POST /mfa/magic-link/activate',
    'POST /mfa/passkey/complete-registration',
    'POST /mfa/organization/enforce',
  ]);
  const { primaryMethod } = await (await person.signIn()).status();
  expect(primaryMethod, 'nothing is left behind').toBeFalsy();
});

it('A wrong field is named, and what it keeps from being tried', async () => {
  const { email } = await Person.create(backend);
  const report = await drive(email, (call, status, body) => {
    if (call === 'GET /mfa/methods' && status === 200)
      return [200, { success: true, data: [{ type: 1 }] }];
    if (call === 'GET /user/profile' && status === 200)
      return [200, { success: true, data: { ...(body['data'] as object), email: 5 } }];
    return [status, body];
  });
  expect(describeReport(report).split('\n')).toEqual(
    expect.arrayContaining([
      'GET /mfa/methods (all methods)',
      '  data.0.type must be string.',
      'GET /user/profile (the own account)',
      '  data.email must be string.',
      'Who the account belongs to is unknown, so the rest could not be tried.',
    ]),
  );
});

it('Wrong statuses and texts are named, and the rest is still tried', async () => {
  const { email } = await Person.create(backend);
  const report = await drive(email, (call, status, body) => {
    if (call === 'POST /mfa/primary' && status === 200) return [200, { ...body, message: 'Done' }];
    if (call === 'POST /mfa/setup' && status === 400) return [422, body];
    if (call === 'POST /mfa/verify-setup' && status === 400)
      return [400, { success: false, error: 'Nope' }];
    if (call.startsWith('DELETE /devices/') && status === 404) return [404, 'gone'];
    if (call === 'POST /mfa/disable' && status === 200) return [200, { success: 'true' }];
    return [status, body];
  });
  expect(report.stoppedBy).toBeUndefined();
  const differing = report.steps.filter(({ differences }) => differences.length > 0);
  expect(differing.map(({ call, differences }) => [call, ...differences])).toEqual([
    ['DELETE /devices/{id}', 'The answer is not a JSON object.'],
    ['POST /mfa/setup', 'The status is 422 instead of 400.'],
    ['POST /mfa/verify-setup', 'The text is "Nope" instead of "MFA setup verification failed".'],
    ['POST /mfa/disable', 'success is "true" instead of true.'],
    ['POST /mfa/primary', 'message is "Done" instead of "Primary MFA method updated".'],
  ]);
});

it('An account with a second step is left alone', async () => {
  const person = await Person.signedIn(backend);
  await person.setUpAuthenticator();
  const { stoppedBy } = await drive(person.email);
  expect(stoppedBy).toBe('The account has a second step already. Use one that was made for this.');
  expect((await (await person.signIn()).status()).isEnabled).toBe(true);
});
