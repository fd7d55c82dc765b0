import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceAnswer } from '../../../src/api/contract-devices.ts';
import { orgRoles } from '../../../src/api/contract.ts';
import type { Database } from '../database/open-database.ts';
import { methods, organizations, sessions, users } from '../database/schema.ts';
import { readAccountState } from '../crashes/account-state.ts';
import { currentTotpCode } from '../mfa/totp.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { appUrl, startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const app = { mfaType: 'GOOGLE_AUTH' };
const link = { mfaType: 'MAGIC_LINK' };
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

/** An owner with two methods on, and a member of the same organization with one. */
async function organization() {
  const { id: orgId } = await backend.createOrganization('Test Inc');
  const owner = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
  const member = await Person.signedIn(backend, { orgId });
  await member.setUpMagicLink();
  const { secret } = await owner.setUpAuthenticator();
  await owner.setUpMagicLink();
  const { body } = await owner.post('/mfa/setup', app);
  const { secret: nextSecret } = body.data as { secret: string };
  backend.advance(60_000);
  // The change of methods has ended what was open before.
  const other = await owner.signIn();
  await other.passSecondStep(currentTotpCode(secret, backend.now()));
  const known = await owner.signIn({ deviceInfo: { deviceId: newDeviceId() } });
  backend.advance(30_000);
  await known.passSecondStep(currentTotpCode(secret, backend.now()));
  const [device] = await owner.devices();
  const { body: details } = await owner.get(`/devices/${device?.id ?? ''}`);
  backend.advance(30_000);
  return {
    orgId,
    owner,
    member,
    fingerprint: v.parse(deviceAnswer, details).deviceFingerprint,
    ids: {
      device: device?.id ?? '',
      other: await other.sessionId(),
      own: await owner.sessionId(),
    },
    code: () => currentTotpCode(secret, backend.now()),
    nextCode: () => currentTotpCode(nextSecret, backend.now()),
  };
}
type Organization = Awaited<ReturnType<typeof organization>>;

/** Calls that change something, each with a body that would be right. */
const calls: [path: string, body: (organization: Organization) => unknown, method?: string][] = [
  ['/mfa/setup', () => app],
  ['/mfa/setup', () => ({ mfaType: 'PASSKEY' })],
  ['/mfa/verify-setup', ({ nextCode }) => ({ ...app, code: nextCode() })],
  ['/mfa/enable', () => link],
  ['/mfa/disable', () => app],
  ['/mfa/primary', () => link],
  ['/mfa/reset', () => undefined],
  ['/mfa/reset', ({ member }) => ({ resetUserId: member.id })],
  ['/mfa/organization/enforce', () => ({ enforced: true })],
  ['/mfa/magic-link/send', () => undefined],
  ['/mfa/passkey/auth-options', () => undefined],
  ['/mfa/verify-login', ({ code }) => ({ ...app, code: code() })],
  ['/user/:owner', () => ({ name: 'Another' }), 'PUT'],
  ['/user/:owner ', () => ({ password: 'a fine and different one' }), 'PUT'],
  ['/devices/trust', ({ fingerprint }) => ({ fingerprint })],
  ['/devices/:device/untrust', () => undefined],
  ['/devices/:device', () => undefined, 'DELETE'],
  ['/sessions/:other/revoke', () => undefined],
  ['/sessions/revoke-all', () => undefined],
  ['/sessions/:own/heartbeat', () => undefined],
];

/** Events that take a permission away between the request and its change, and the status after each. */
const turns: {
  what: string;
  turn: (database: Database, organization: Organization) => Promise<unknown>;
  status: number;
  paths?: string[];
}[] = [
  {
    what: 'the session ends',
    turn: (database, { owner }) => database.delete(sessions).where(eq(sessions.userId, owner.id)),
    status: 401,
  },
  {
    what: 'the account is closed',
    turn: (database, { owner }) =>
      database.update(users).set({ isActive: false }).where(eq(users.id, owner.id)),
    status: 401,
  },
  {
    what: 'the role is lost',
    turn: (database, { owner }) =>
      database.update(users).set({ orgRole: orgRoles.user }).where(eq(users.id, owner.id)),
    status: 403,
    paths: ['/mfa/reset of a member', '/mfa/organization/enforce'],
  },
  {
    what: 'the organization is left',
    turn: (database, { owner }) =>
      database.update(users).set({ orgId: null }).where(eq(users.id, owner.id)),
    status: 403,
    paths: ['/mfa/reset of a member'],
  },
  {
    what: 'the own last method goes off where one is required',
    turn: async (database, { owner, orgId }) => {
      await database.update(methods).set({ isEnabled: false }).where(eq(methods.userId, owner.id));
      await database
        .update(organizations)
        .set({ enforced: true })
        .where(eq(organizations.id, orgId));
    },
    status: 403,
    paths: ['/mfa/reset', '/mfa/reset of a member', '/mfa/organization/enforce'],
  },
  {
    what: 'the method becomes the last one where one is required',
    turn: async (database, { owner, orgId }) => {
      await database
        .delete(methods)
        .where(and(eq(methods.userId, owner.id), eq(methods.type, 'MAGIC_LINK')));
      await database
        .update(organizations)
        .set({ enforced: true })
        .where(eq(organizations.id, orgId));
    },
    status: 403,
    paths: ['/mfa/disable'],
  },
  {
    what: 'the proof grows old',
    turn: async () => backend.advance(10 * 60_000),
    status: 403,
    paths: [
      '/mfa/setup',
      '/mfa/enable',
      '/mfa/disable',
      '/mfa/primary',
      '/mfa/reset',
      '/mfa/reset of a member',
      '/mfa/organization/enforce',
      '/user/:owner ',
      '/devices/trust',
      '/devices/:device/untrust',
      '/devices/:device',
      '/sessions/:other/revoke',
      '/sessions/revoke-all',
    ],
  },
];

/** The path with the ids of this organization in it. */
function fill(path: string, { owner, ids }: Organization): string {
  const filled = path.replace(':owner', owner.id).replace(':device', ids.device);
  return filled.replace(':other', ids.other).replace(':own', ids.own).trim();
}

const cases = turns.flatMap(({ what, turn, status, paths }) =>
  calls.flatMap(([path, bodyOf, method = 'POST']) => {
    const isOfMember = path === '/mfa/reset' && bodyOf.length > 0;
    const name = isOfMember ? `${path} of a member` : path;
    return (paths ?? [name]).includes(name)
      ? [{ what, name, method, path, bodyOf, turn, status }]
      : [];
  }),
);

async function stateOf({ owner, member, orgId }: Organization) {
  const [row] = await backend.database
    .select()
    .from(organizations)
    .where(eq(organizations.id, orgId));
  const state = (person: Person) => readAccountState(backend.database, person.id, backend.now());
  return { enforced: row?.enforced, owner: await state(owner), member: await state(member) };
}

describe('[B14, CVE-2026-9162] Once the headers and one byte have arrived,', () => {
  it.each(cases)('$name changes nothing where $what before the rest', async (each) => {
    const { method, path, bodyOf, turn, status } = each;
    const all = await organization();
    let before: unknown;
    const [first = 0, ...rest] = Buffer.from(JSON.stringify(bodyOf(all) ?? {}));
    const parts = [
      async () => Uint8Array.of(first),
      async () => {
        await turn(backend.database, all);
        before = await stateOf(all);
        return Uint8Array.from(rest);
      },
    ];
    const arriving = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const next = parts.shift();
          if (next === undefined) controller.close();
          else controller.enqueue(await next());
        },
      },
      { highWaterMark: 0 },
    );
    const init: RequestInit & { duplex: 'half' } = {
      method,
      headers: {
        Authorization: `Bearer ${all.owner.accessToken}`,
        'Content-Type': 'application/json',
      },
      body: arriving,
      duplex: 'half',
    };
    const reply = await backend.fetch(new Request(`${appUrl}${fill(path, all)}`, init));
    expect(reply.status).toBe(status);
    expect(await stateOf(all)).toEqual(before);
  });
});

// PGlite has one connection, so that nothing ever waits there.
describe.runIf(process.env['TEST_DATABASE_URL'] !== undefined)(
  '[B14] While a change waits for the lock on its account,',
  () => {
    it.each(cases)('$name changes nothing where $what', async (each) => {
      const { method, path, bodyOf, turn, status } = each;
      const all = await organization();
      const body = bodyOf(all);
      const [answering] = await backend.database.transaction(async (tx) => {
        await tx.select().from(users).where(eq(users.id, all.owner.id)).for('update');
        const reply = all.owner.send(`${method} ${fill(path, all)}`, body);
        let waiting = 0;
        while (waiting === 0) waiting = await countWaiting(tx);
        await turn(tx, all);
        return [reply];
      });
      const before = await stateOf(all);
      expect((await answering)?.status).toBe(status);
      expect(await stateOf(all)).toEqual(before);
    });
  },
);
