import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceAnswer } from '../../../src/api/contract-devices.ts';
import { orgRoles } from '../../../src/api/contract.ts';
import { readAccountState } from '../crashes/account-state.ts';
import { newDeviceId } from '../testing/new-device-id.ts';
import { Person } from '../testing/person.ts';
import { startTestBackend } from '../testing/start-test-backend.ts';
import type { TestBackend } from '../testing/start-test-backend.ts';

const minute = 60_000;
let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend();
});
afterAll(() => backend.close());

type Newcomer = Parameters<typeof Person.signedIn>[1];

/** Someone with two sessions, the other one in a known device. */
async function withTwo(user: Newcomer = {}) {
  const person = await Person.signedIn(backend, user);
  const other = await person.signIn({ deviceInfo: { deviceId: newDeviceId() } });
  const [device] = await person.devices();
  const { body } = await person.get(`/devices/${device?.id ?? ''}`);
  const { id, deviceFingerprint: fingerprint } = v.parse(deviceAnswer, body);
  return {
    person,
    userId: person.id,
    device: id,
    fingerprint,
    own: await person.sessionId(),
    other: await other.sessionId(),
  };
}
type Two = Awaited<ReturnType<typeof withTwo>>;

/** Every call, aimed at what belongs to somebody; and whether it asks for a fresh proof. */
const calls: [call: string, aim: (at: Two) => [call: string, body?: unknown], isFresh: boolean][] =
  [
    ['GET /devices', () => ['GET /devices'], false],
    ['GET /devices/{id}', ({ device }) => [`GET /devices/${device}`], false],
    ['POST /devices/trust', ({ fingerprint }) => ['POST /devices/trust', { fingerprint }], true],
    ['POST /devices/{id}/untrust', ({ device }) => [`POST /devices/${device}/untrust`], true],
    ['DELETE /devices/{id}', ({ device }) => [`DELETE /devices/${device}`], true],
    ['GET /sessions', () => ['GET /sessions'], false],
    ['POST /sessions/{own}/revoke', ({ own }) => [`POST /sessions/${own}/revoke`], false],
    ['POST /sessions/{other}/revoke', ({ other }) => [`POST /sessions/${other}/revoke`], true],
    ['POST /sessions/revoke-all', () => ['POST /sessions/revoke-all'], true],
    ['POST /sessions/{own}/heartbeat', ({ own }) => [`POST /sessions/${own}/heartbeat`], false],
    ['PUT /user/{id}', ({ userId }) => [`PUT /user/${userId}`, { name: 'Ada' }], false],
    [
      'PUT /user/{id} with a password',
      ({ userId }) => [`PUT /user/${userId}`, { password: 'a fine and different one' }],
      true,
    ],
  ];

describe.each(calls)('%s', (_call, aim, isFresh) => {
  it(`[B6] ${isFresh ? 'is refused' : 'works'} eleven minutes after the last proof`, async () => {
    const two = await withTwo();
    backend.advance(11 * minute);
    const reply = await two.person.send(...aim(two));
    const expected = isFresh ? [403, 'REAUTH_REQUIRED'] : [200, undefined];
    expect([reply.status, reply.body.error_code]).toEqual(expected);
  });

  it('is refused to a session that waits for its second step', async () => {
    const two = await withTwo();
    await two.person.setUpAuthenticator();
    const limited = await two.person.signIn();
    const { status, body } = await limited.send(...aim(two));
    expect([status, body.error_code]).toEqual([403, 'MFA_REQUIRED']);
  });

  it('works in a session that still has to set up the second step that its organization requires', async () => {
    const { id: orgId } = await backend.createOrganization('Test Inc');
    const owner = await Person.signedIn(backend, { orgId, orgRole: orgRoles.owner });
    await owner.setUpAuthenticator();
    const enforced = await owner.post('/mfa/organization/enforce', { enforced: true });
    expect(enforced.status).toBe(200);
    const two = await withTwo({ orgId });
    expect((await two.person.send(...aim(two))).status).toBe(200);
  });
});

const roles: [string, (orgId: string) => Newcomer][] = [
  ['somebody without an organization', () => ({})],
  ['a member of the same organization', (orgId) => ({ orgId })],
  ['its administrator', (orgId) => ({ orgId, orgRole: orgRoles.administrator })],
  ['its owner', (orgId) => ({ orgId, orgRole: orgRoles.owner })],
];
const aimed = calls.filter(([, aim]) => aim.length > 0);

describe.each(roles)('[B7] From %s', (_who, user) => {
  it.each(aimed)('%s reads and changes nothing of somebody else', async (_call, aim) => {
    const { id: orgId } = await backend.createOrganization('Test Inc');
    const victim = await withTwo({ orgId });
    const attacker = await withTwo(user(orgId));
    const state = async ({ userId }: Two) =>
      readAccountState(backend.database, userId, backend.now());
    const before = [await state(victim), await state(attacker)];
    const reply = await attacker.person.send(...aim(victim));
    expect([reply.status, reply.body]).toEqual([
      404,
      { success: false, error: expect.stringMatching(/not found/) as unknown },
    ]);
    expect([await state(victim), await state(attacker)]).toEqual(before);
  });

  it('the lists show only what is theirs', async () => {
    const { id: orgId } = await backend.createOrganization('Test Inc');
    const victim = await withTwo({ orgId });
    const attacker = await withTwo(user(orgId));
    for (const call of ['GET /devices', 'GET /sessions']) {
      const said = JSON.stringify((await attacker.person.send(call)).body);
      for (const id of [victim.device, victim.own, victim.other]) expect(said).not.toContain(id);
    }
  });
});
