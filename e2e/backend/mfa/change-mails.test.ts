import { afterAll, beforeAll, expect, it } from 'vitest';
import { orgRoles } from '../../../src/api/contract.ts';
import { Person } from '../testing/person.ts';
import { SoftwarePasskey } from '../testing/software-passkey.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';
import { currentTotpCode } from './totp.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const app = { mfaType: 'GOOGLE_AUTH' };
const link = { mfaType: 'MAGIC_LINK' };

/** The subjects of the mails to someone, oldest first, but for the mails with links. */
function told({ email }: Person): string[] {
  const mails = backend.inbox?.messages() ?? [];
  return mails
    .filter(({ to, text }) => to === email && !text.includes('?token='))
    .map(({ subject }) => subject)
    .toReversed();
}

it('[B12] The subject of the mail about a change says what it was', async () => {
  const person = await Person.signedIn(backend);
  const { backupCodes } = await person.setUpAuthenticator();
  await person.setUpAuthenticator();
  await person.setUpMagicLink();
  await person.post('/mfa/primary', link);
  await person.post('/mfa/disable', app);
  await person.post('/mfa/enable', app);
  await person.sendCode(backupCodes[0] ?? '');
  await person.post('/mfa/reset');
  expect(told(person)).toEqual([
    'Authenticator app added to your account',
    'Authenticator app replaced on your account',
    'Magic link turned on',
    'Magic link is now your primary method',
    'Authenticator app turned off',
    'Authenticator app turned on',
    'All second-step methods removed from your account',
  ]);
});

it.each([
  [{ name: 'Ada', lastName: 'Lovelace' }, 'Ada Lovelace ('],
  [{ name: 'Ada' }, 'Ada ('],
])('[B12] A reset is told with the name of who did it: %j', async (names, who) => {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const owner = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner, ...names });
  const member = await Person.signedIn(backend, { orgId });
  expect((await owner.post('/mfa/reset', { resetUserId: member.id })).status).toBe(200);
  const mail = backend.inbox?.messages().find(({ to }) => to === member.email);
  expect(mail?.subject).toBe('All second-step methods removed from your account');
  expect(mail?.text).toContain(
    `were removed by ${who}${owner.email}), who manages your organization.`,
  );
});

it('Success is answered in the words of the contract', async () => {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const person = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
  const { secret } = await person.setUpAuthenticator();
  backend.advance(30_000);
  const code = currentTotpCode(secret, backend.now());
  const passkey = new SoftwarePasskey();
  const { data } = (await person.post('/mfa/setup', { mfaType: 'PASSKEY' })).body;
  const { challenge } = data as { challenge: string };
  const answers: unknown[] = [];
  for (const [path, body] of [
    ['/mfa/verify-setup', { mfaType: 'PASSKEY', credential: passkey.create({ challenge }) }],
    ['/mfa/verify-login', { ...app, code }],
    ['/mfa/primary', app],
    ['/mfa/disable', app],
    ['/mfa/enable', app],
    ['/mfa/magic-link/send', undefined],
    ['/mfa/organization/enforce', { enforced: true }],
    ['/mfa/organization/enforce', { enforced: false }],
    ['/mfa/reset', undefined],
  ] as const)
    answers.push((await person.post(path, body)).body.message);
  expect(answers).toEqual([
    'MFA setup verified and enabled',
    'MFA verified',
    'Primary MFA method updated',
    'MFA method disabled',
    'MFA method enabled',
    'Magic link sent successfully',
    'MFA enforcement enabled for organization',
    'MFA enforcement disabled for organization',
    'MFA reset successfully',
  ]);
});

it('Methods have the names of the contract', async () => {
  const { data } = (await (await Person.signedIn(backend)).get('/mfa/methods')).body;
  expect(data).toMatchObject([
    { type: 'PASSKEY', name: 'Passkey' },
    { type: 'GOOGLE_AUTH', name: 'Google Authenticator' },
    { type: 'MAGIC_LINK', name: 'Magic Link' },
  ]);
});

it('An answer about something missing or refused says what to do about it', async () => {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const owner = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
  const member = await Person.signedIn(backend, { orgId });
  const other = await Person.signedIn(backend);
  for (const person of [owner, member]) {
    await person.setUpAuthenticator();
    await person.setUpMagicLink();
  }
  const limited = await member.signIn();
  const refusals: unknown[] = [];
  const refused = async (person: Person, path: string, body?: unknown) => {
    const reply = await person.post(path, body);
    refusals.push([reply.status, reply.body.error]);
  };
  await refused(member, '/mfa/verify-setup', app);
  await refused(member, '/mfa/verify-setup', { ...app, code: '000000' });
  await refused(member, '/mfa/verify-setup', link);
  await refused(member, '/mfa/verify-login', app);
  await refused(member, '/mfa/verify-login', link);
  await refused(member, '/mfa/verify-login', { ...link, token: 'none' });
  await refused(other, '/mfa/enable', app);
  await refused(limited, '/mfa/primary', app);
  await refused(member, '/mfa/reset', { resetUserId: owner.id });
  await refused(member, '/mfa/organization/enforce', { enforced: true });
  await refused(owner, '/mfa/reset', { resetUserId: other.id });
  await owner.post('/mfa/organization/enforce', { enforced: true });
  await refused(member, '/mfa/reset');
  await member.post('/mfa/disable', app);
  await refused(member, '/mfa/disable', link);
  const joined = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
  await refused(joined, '/mfa/organization/enforce', { enforced: false });
  backend.advance(10 * 60_000 + 1);
  await refused(owner, '/mfa/reset');
  expect(refusals).toEqual([
    [400, 'Invalid field: code'],
    [400, 'MFA setup verification failed'],
    [400, 'Magic link is set up by opening the emailed link'],
    [400, 'Invalid field: code'],
    [400, 'Invalid field: token'],
    [400, 'Invalid or expired token'],
    [400, 'MFA method is not configured'],
    [403, 'A second step is needed'],
    [
      403,
      "Insufficient permissions. OWNER or ADMINISTRATOR role required to reset another user's MFA.",
    ],
    [403, 'Only an owner or administrator may do this'],
    [404, 'User not found'],
    [403, 'Your organization requires a second step: ask an administrator'],
    [403, 'Cannot disable MFA when enforced by organization'],
    [403, 'Your organization requires a second step. Set one up first'],
    [403, 'Confirm that it is you first'],
  ]);
});
