import { gunzipSync } from 'node:zlib';
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { membersAnswer } from '../../../src/api/contract-organization.ts';
import { orgRoles, profileAnswer } from '../../../src/api/contract.ts';
import { organizations, users } from '../database/schema.ts';
import { readMethods, turnOn } from '../account/account-methods.ts';
import { Person, password } from '../testing/person.ts';
import { send } from '../testing/send.ts';
import { appUrl, startTestBackend } from '../testing/start-test-backend.ts';
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

  it.each(roles)('resets %s of the same organization only if in charge', async (_role, other) => {
    const id = await protectedMember({ orgId, orgRole: other });
    expect(await reset(id)).toBe(isInCharge ? 200 : 403);
    expect(await isProtected(id)).toBe(!isInCharge);
  });

  it.each(roles)('never resets %s of another organization', async (_role, other) => {
    const { id: elsewhere } = await backend.createOrganization('Other Inc');
    const id = await protectedMember({ orgId: elsewhere, orgRole: other });
    expect(await reset(id)).toBe(isInCharge ? 404 : 403);
    expect(await isProtected(id)).toBe(true);
  });

  it.each(roles)('never resets %s of no organization', async (_role, other) => {
    const id = await protectedMember({ orgRole: other });
    expect(await reset(id)).toBe(isInCharge ? 404 : 403);
    expect(await isProtected(id)).toBe(true);
  });

  it('without an organization resets nobody', async () => {
    const alone = await Person.signedIn(backend, { orgRole });
    const id = await protectedMember({ orgRole: orgRoles.user });
    expect((await alone.post('/mfa/reset', { resetUserId: id })).status).toBe(403);
    expect(await isProtected(id)).toBe(true);
  });

  it('requires a method only if in charge', async () => {
    expect((await enforce(person, true)).status).toBe(isInCharge ? 200 : 403);
  });
});

it('A member who does not exist is not found', async () => {
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

it('[B8, B12] A member whose methods were reset is signed out, and gets an email that says by whom', async () => {
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

it('An owner sees the members of their own organization, and who has a second step', async () => {
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

const mayList = roles.filter(([, orgRole]) => orgRole >= orgRoles.workspaces);
const mayNotList = roles.filter(([, orgRole]) => orgRole < orgRoles.workspaces);

async function listAs(orgRole: number) {
  const { orgId, member } = await organization();
  const person = await Person.signedIn(backend, { orgId, orgRole });
  return { orgId, member, ...(await person.get('/organization/users')) };
}

it.each(mayList)('[B7] %s lists the members', async (role, orgRole) => {
  const { orgId, member, status, body } = await listAs(orgRole);
  expect([status, body['total']]).toEqual([200, 3]);
  expect(body.data).toContainEqual({
    id: member.id,
    email: member.email,
    name: '',
    lastName: '',
    orgId,
    orgRole: orgRoles.user,
    orgRoleDescription: 'User',
    validated: true,
    deletedAt: null,
    // Who has no second step is for those who look after it.
    ...(looksAfter.includes(role) ? { mfaEnabled: false } : {}),
  });
});

it.each(mayNotList)('[B7] %s lists nobody', async (_role, orgRole) => {
  const { status, body } = await listAs(orgRole);
  expect([status, body]).toEqual([
    403,
    { success: false, error: 'Your role does not allow this', data: [], total: 0 },
  ]);
});

it('Someone without an organization lists nobody, whatever their role', async () => {
  const alone = await Person.signedIn(backend, { orgRole: orgRoles.owner });
  const { status, body } = await alone.get('/organization/users');
  expect([status, body.data, body['total']]).toEqual([403, [], 0]);
});

it('A member who has not confirmed their address is marked, in the list and in their own profile', async () => {
  const { owner, member } = await organization();
  await backend.database.update(users).set({ isValidated: false }).where(eq(users.id, member.id));
  const { data } = (await owner.get('/organization/users')).body;
  expect(data).toContainEqual(expect.objectContaining({ id: member.id, validated: false }));
  expect(data).toContainEqual(expect.objectContaining({ id: owner.id, validated: true }));
  const { body } = await member.get('/user/profile');
  expect(body.data).toMatchObject({ validated: false });
});

it('[B7] A deleted member is not listed, cannot be reset, cannot sign in, and has no session', async () => {
  const { owner, member } = await organization();
  const deletion = { deletedAt: backend.now(), isActive: false };
  await backend.database.update(users).set(deletion).where(eq(users.id, member.id));
  const { body } = await owner.get('/organization/users');
  expect(v.parse(membersAnswer, body).members.map(({ id }) => id)).toEqual([owner.id]);
  expect(body['total']).toBe(1);
  expect((await owner.post('/mfa/reset', { resetUserId: member.id })).status).toBe(404);
  expect((await member.get('/mfa/status')).status).toBe(401);
  const login = { email: member.email, password };
  expect((await send(backend, 'POST /user/login', { body: login })).status).toBe(401);
});

it('[B7] Nobody is stored as both deleted and active', async () => {
  const { member } = await organization();
  const deletion = backend.database
    .update(users)
    .set({ deletedAt: backend.now() })
    .where(eq(users.id, member.id));
  await expect(deletion).rejects.toThrow('Failed query');
});

it.each(roles)('%s sees their own organization, and no other', async (_role, orgRole) => {
  const { id: orgId } = await backend.createOrganization('Own Inc', 'own.example');
  const { id: elsewhere } = await backend.createOrganization('Other Inc');
  const person = await Person.signedIn(backend, { orgId, orgRole });
  const own = await person.get(`/organization/${orgId}`);
  expect([own.status, own.body.data]).toEqual([
    200,
    { id: orgId, name: 'Own Inc', domain: 'own.example', mfaEnforced: false },
  ]);
  const denied = 'Access denied: you can only view your own organization';
  for (const id of [elsewhere, 'nowhere', '%00', `${orgId}x`, "' OR 1=1 --"]) {
    const { status, body } = await person.get(`/organization/${id}`);
    expect([id, status, body]).toEqual([
      id,
      403,
      { success: false, error: denied, message: denied },
    ]);
  }
});

it('Someone without an organization sees none', async () => {
  const { orgId } = await organization();
  const alone = await Person.signedIn(backend);
  expect((await alone.get(`/organization/${orgId}`)).status).toBe(403);
});

it('Members see that a second step is required, also before they have one', async () => {
  const { orgId, owner, member } = await organization();
  await enforce(owner, true);
  const { body } = await member.get(`/organization/${orgId}`);
  expect(body.data).toMatchObject({ name: 'Test Inc', domain: null, mfaEnforced: true });
});

it('A deleted organization is not found', async () => {
  const { orgId, member } = await organization();
  await backend.database.execute(sql`ALTER TABLE users DROP CONSTRAINT users_org_id_fkey`);
  await backend.database.delete(organizations).where(eq(organizations.id, orgId));
  const { status, body } = await member.get(`/organization/${orgId}`);
  expect([status, body.error]).toEqual([404, 'Organization not found']);
});

it('A failure to read the organization is answered in the words of its own call', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const broken = await startTestBackend();
  const { id: orgId } = await broken.createOrganization('Test Inc');
  const person = await Person.signedIn(broken, { orgId });
  await broken.close();
  const { status, body } = await person.get(`/organization/${orgId}`);
  expect([status, body.error]).toEqual([500, 'Failed to get the organization']);
  log.mockRestore();
});

it('[B12] Owners and administrators get an email when the requirement is turned on or off', async () => {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const join = (orgRole: number, names: object = {}) =>
    Person.signedIn(backend, { orgId, orgRole, ...names });
  const owner = await join(orgRoles.owner, { name: 'Ada', lastName: 'Lovelace' });
  const administrator = await join(orgRoles.administrator);
  const others = [
    await join(orgRoles.workspaces),
    await join(orgRoles.billing),
    await join(orgRoles.user),
    (await organization()).owner,
  ];
  const closed = await join(orgRoles.administrator);
  await backend.database.update(users).set({ isActive: false }).where(eq(users.id, closed.id));
  await owner.setUpMagicLink();
  const before = owner.subjects().length;
  for (const enforced of [true, true, false, false]) await enforce(owner, enforced);
  const subjects = [
    'Your organization no longer requires a second step',
    'Your organization now requires a second step',
  ];
  expect(owner.subjects().slice(0, -before)).toEqual(subjects);
  expect(administrator.subjects()).toEqual(subjects);
  for (const person of [...others, closed]) expect(person.subjects()).toEqual([]);
  const mail = backend.inbox?.messages().find(({ to }) => to === administrator.email);
  expect(mail?.text).toContain(
    `Ada Lovelace (${owner.email}) no longer requires a second step in Test Inc.`,
  );
  expect(mail?.text).toMatch(/^http:\/\/localhost:3000\/organization$/m);
});

it('[B12] Nobody gets an email where the requirement did not change', async () => {
  const { orgId } = await organization();
  const person = await Person.signedIn(backend, { orgId, orgRole: orgRoles.administrator });
  const { error } = (await enforce(await Person.signedIn(backend, { orgId }), true)).body;
  expect(error).toBe('Only an owner or administrator may do this');
  expect(person.subjects()).toEqual([]);
});

it('[B12] Line breaks and bidirectional marks in a name cannot forge a line of a mail', async () => {
  const { id: orgId } = await backend.createOrganization(
    'Test\r\n\r\nhttps://evil.example/\u202EInc',
  );
  const join = (name: string) => Person.signedIn(backend, { orgId, orgRole: orgRoles.owner, name });
  const owner = await join('Ada\nBcc: eve@evil.example\n\nhttps://evil.example/');
  const member = await join('');
  await enforce(owner, true);
  await owner.setUpAuthenticator();
  await owner.post('/mfa/reset', { resetUserId: member.id });
  const mails = backend.inbox?.messages().filter(({ to }) => to === member.email) ?? [];
  expect(mails).toHaveLength(2);
  for (const { text, subject } of mails) {
    expect(text).toContain('Ada Bcc: eve@evil.example https://evil.example/ (');
    expect(text).not.toMatch(/^(Bcc:|https:)|\p{Bidi_Control}/mu);
    expect(subject).not.toMatch(/evil/);
  }
  expect(backend.inbox?.messages().some(({ to }) => to.includes('eve@'))).toBe(false);
});

it('Someone without an organization cannot require anything', async () => {
  const { status, body } = await enforce(await Person.signedIn(backend), true);
  expect([status, body.error]).toEqual([400, 'User not associated with an organization']);
});

describe('Where the organization requires a method', () => {
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

  it('its owner without one does nothing for the organization before setting one up', async () => {
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

it('A long list of members arrives compressed, and no other answer does', async () => {
  const { orgId, owner } = await organization();
  for (let count = 0; count < 20; count += 1) await Person.create(backend, { orgId });
  const read = async (path: string, encoding: string) => {
    const headers = { Authorization: `Bearer ${owner.accessToken}`, 'Accept-Encoding': encoding };
    const answer = await backend.fetch(new Request(appUrl + path, { headers }));
    return { headers: answer.headers, body: new Uint8Array(await answer.arrayBuffer()) };
  };
  const plain = await read('/organization/users', 'identity');
  expect(plain.headers.get('Content-Encoding')).toBeNull();
  const compressed = await read('/organization/users', 'gzip');
  expect(compressed.headers.get('Content-Encoding')).toBe('gzip');
  expect(compressed.headers.get('Vary')).toContain('Accept-Encoding');
  expect(gunzipSync(compressed.body).toString()).toBe(Buffer.from(plain.body).toString());
  const methods = await read('/mfa/methods', 'gzip');
  expect(methods.headers.get('Content-Encoding')).toBeNull();
});
