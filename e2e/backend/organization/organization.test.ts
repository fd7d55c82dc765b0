import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { membersAnswer } from '../../../src/api/contract-organization.ts';
import { orgRoles, profileAnswer } from '../../../src/api/contract.ts';
import { readMethods, turnOn } from '../mfa/account-methods.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

const roles = Object.entries(orgRoles);
const looksAfter = ['administrator', 'owner'];

async function organization() {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const join = (orgRole: number) => Person.signedIn(backend, { orgId, orgRole });
  return { orgId, owner: await join(orgRoles.owner), member: await join(orgRoles.user) };
}

const enforce = (person: Person, enforced: boolean) =>
  person.post('/mfa/organization/enforce', { enforced });

/** Someone with a method on, who need not sign in. */
async function protectedMember(user: { orgId?: string; orgRole?: number }) {
  const { id } = await Person.create(backend, user);
  await turnOn(backend.database, { id, primaryMethod: null }, 'MAGIC_LINK');
  return id;
}

const isProtected = async (id: string) =>
  (await readMethods(backend.database, { id })).enabled.length > 0;

describe.each(roles)('[B7, GHSA-9695-w6h2-jpv9] %s', (role, orgRole) => {
  const isInCharge = looksAfter.includes(role);
  let orgId: string;
  let person: Person;
  let joined: Promise<void> | undefined;
  // By the first test, and not before all: what no test does, mutants are not judged by.
  beforeEach(() => (joined ??= join()));
  async function join() {
    ({ id: orgId } = await backend.createOrganization('Own Inc'));
    person = await Person.signedIn(backend, { orgId, orgRole });
  }
  const reset = async (resetUserId: string) =>
    (await person.post('/mfa/reset', { resetUserId })).status;

  it.each(roles)('resets %s of the same organisation only if in charge', async (_role, other) => {
    const id = await protectedMember({ orgId, orgRole: other });
    expect(await reset(id)).toBe(isInCharge ? 200 : 403);
    expect(await isProtected(id)).toBe(!isInCharge);
  });

  it.each(roles)('never resets %s of another organisation', async (_role, other) => {
    const { id: elsewhere } = await backend.createOrganization('Other Inc');
    const id = await protectedMember({ orgId: elsewhere, orgRole: other });
    expect(await reset(id)).toBe(isInCharge ? 404 : 403);
    expect(await isProtected(id)).toBe(true);
  });

  it.each(roles)('never resets %s of no organisation', async (_role, other) => {
    const id = await protectedMember({ orgRole: other });
    expect(await reset(id)).toBe(isInCharge ? 404 : 403);
    expect(await isProtected(id)).toBe(true);
  });

  it('without an organisation resets nobody', async () => {
    const alone = await Person.signedIn(backend, { orgRole });
    const id = await protectedMember({ orgRole: orgRoles.user });
    expect((await alone.post('/mfa/reset', { resetUserId: id })).status).toBe(403);
    expect(await isProtected(id)).toBe(true);
  });

  it('lists members, and requires a method, only if in charge', async () => {
    const expected = isInCharge ? 200 : 403;
    expect((await person.get('/organization/users')).status).toBe(expected);
    expect((await enforce(person, true)).status).toBe(expected);
  });
});

it('Nobody knows a member who does not exist', async () => {
  const { owner } = await organization();
  const { status, body } = await owner.post('/mfa/reset', { resetUserId: 'nobody' });
  expect([status, body.error]).toEqual([404, 'User not found']);
});

it('[B6] Resetting a member needs a fresh proof', async () => {
  const { owner, member } = await organization();
  backend.advance(11 * 60_000);
  const reply = await owner.post('/mfa/reset', { resetUserId: member.id });
  expect(reply.body.error_code).toBe('REAUTH_REQUIRED');
});

it('[B8, B12] A member who was reset is signed out, and told by whom', async () => {
  const { orgId, member } = await organization();
  const owner = await Person.signedIn(backend, {
    orgId,
    orgRole: orgRoles.owner,
    name: 'Ada',
    lastName: 'Lovelace',
  });
  await member.setUpMagicLink();
  await owner.post('/mfa/reset', { resetUserId: member.id });
  expect((await member.get('/mfa/status')).status).toBe(401);
  expect((await owner.get('/mfa/status')).status).toBe(200);
  const [mail] = backend.inbox?.messages() ?? [];
  expect(mail?.to).toBe(member.email);
  expect(mail?.text).toContain(`Ada Lovelace (${owner.email})`);
});

it('An owner sees the members of their own organisation, and who has a second step', async () => {
  const { owner, member } = await organization();
  await member.setUpMagicLink();
  await organization();
  const { body } = await owner.get('/organization/users');
  const { members } = v.parse(membersAnswer, body);
  expect(body['total']).toBe(2);
  expect(new Map(members.map(({ id, mfaEnabled }) => [id, mfaEnabled]))).toEqual(
    new Map([
      [owner.id, false],
      [member.id, true],
    ]),
  );
});

it('Someone without an organisation cannot require anything', async () => {
  const { status, body } = await enforce(await Person.signedIn(backend), true);
  expect([status, body.error]).toEqual([400, 'User not associated with an organization']);
});

describe('Where the organisation requires a method', () => {
  it('a member without one may set one up, and is told that it is required', async () => {
    const { owner, member } = await organization();
    const { body } = await enforce(owner, true);
    expect(body.message).toBe('MFA enforcement enabled for organization');
    expect(await member.status()).toMatchObject({ isRequired: true, isEnforced: true });
    const session = await member.signIn();
    const profile = v.parse(profileAnswer, (await session.get('/user/profile')).body.data);
    expect(profile.mfaRequired).toBe(true);
    await session.setUpAuthenticator();
    expect((await session.status()).isEnabled).toBe(true);
  });

  it('its owner without one does nothing for the organisation before setting one up', async () => {
    const { owner, member } = await organization();
    await enforce(owner, true);
    for (const reply of [
      await enforce(owner, false),
      await owner.get('/organization/users'),
      await owner.post('/mfa/reset', { resetUserId: member.id }),
    ])
      expect([reply.status, reply.body.error_code]).toEqual([403, 'MFA_REQUIRED']);
    await owner.setUpAuthenticator();
    expect((await enforce(owner, false)).status).toBe(200);
    expect(await member.status()).toMatchObject({ isRequired: false });
  });

  it('nobody turns off or resets their last one', async () => {
    const { owner, member } = await organization();
    await enforce(owner, true);
    await member.setUpAuthenticator();
    await member.setUpMagicLink();
    const disable = (mfaType: string) => member.post('/mfa/disable', { mfaType });
    expect((await disable('GOOGLE_AUTH')).status).toBe(200);
    expect((await disable('MAGIC_LINK')).status).toBe(403);
    expect((await member.post('/mfa/reset')).status).toBe(403);
    expect((await member.status()).enabledMethods).toEqual(['MAGIC_LINK']);
  });

  it('of two turned off at once, one stays', async () => {
    const { owner, member } = await organization();
    await enforce(owner, true);
    await member.setUpAuthenticator();
    await member.setUpMagicLink();
    const types = ['GOOGLE_AUTH', 'MAGIC_LINK'];
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(types.map((mfaType) => member.post('/mfa/disable', { mfaType })));
      expect((await member.status()).enabledMethods).toHaveLength(1);
      for (const mfaType of types) await member.post('/mfa/enable', { mfaType });
    }
  });
});
