import { randomBytes } from 'node:crypto';
import { deviceAnswer, devicesAnswer, sessionsAnswer } from '../../src/api/contract-devices.ts';
import { tokensAnswer } from '../../src/api/contract.ts';
import type { Tokens } from '../../src/api/contract.ts';
import { failed, nobody, read } from './compare-calls.ts';
import type { Call, Target } from './compare-calls.ts';

/** A browser that the account has not used before. */
const thisDevice = {
  deviceId: randomBytes(16).toString('base64url'),
  userAgent: 'conformance',
  deviceType: 'DESKTOP',
  os: 'Linux',
  browser: 'conformance',
};

/** Lists the sessions and devices, and aims at some that there are not. Returns the devices' ids. */
export async function driveLists(
  call: Call,
  token: string,
  tokenId: Tokens['tokenId'],
): Promise<Set<string>> {
  const { entries: devices } = read(
    devicesAnswer,
    await call('the own devices', 'GET /devices', { token }),
    'The devices cannot be read',
  );
  const noDevice = failed([404], 'Device not found');
  for (const name of ['GET /devices/{id}', 'POST /devices/{id}/untrust', 'DELETE /devices/{id}'])
    await call('an unknown device', name, { token, params: [nobody] }, noDevice);
  const trust = { token, body: { fingerprint: nobody } };
  await call('an unknown device', 'POST /devices/trust', trust, noDevice);
  const { entries: sessions } = read(
    sessionsAnswer,
    await call('the own sessions', 'GET /sessions', { token }),
    'The sessions cannot be read',
  );
  const own = sessions.find(({ isCurrent, id }) => isCurrent ?? id === tokenId);
  if (own)
    await call('the own session', 'POST /sessions/{id}/heartbeat', { token, params: [own.id] });
  await call(
    'an unknown session',
    'POST /sessions/{id}/revoke',
    { token, params: [nobody] },
    failed([404], 'Session not found'),
  );
  await call(
    'an unknown session',
    'POST /sessions/{id}/heartbeat',
    { token, params: [nobody] },
    failed([404], 'Session not found or expired'),
  );
  return new Set(devices.map(({ id }) => id));
}

/**
 * Signs in on a device, trusts and removes it, and ends sessions, in the end all.
 * @param known the ids of the devices that the account has already
 */
export async function driveDevice(
  call: Call,
  { email, password }: Target,
  known: Set<string>,
): Promise<void> {
  const signIn = async (what: string) => {
    const body = { email, password, deviceInfo: thisDevice };
    const text = await call(what, 'POST /user/login', { body });
    return read(tokensAnswer, text, 'Nobody is signed in');
  };
  let { accessToken: token } = await signIn('on a device');
  const { entries: devices } = read(
    devicesAnswer,
    await call('with this one', 'GET /devices', { token }),
    'The devices cannot be read',
  );
  const added = devices.find(({ id }) => !known.has(id));
  if (added) {
    const params = [added.id];
    const { deviceFingerprint: fingerprint } = read(
      deviceAnswer,
      await call('this device', 'GET /devices/{id}', { token, params }),
      'The device cannot be read',
    );
    await call('this device', 'POST /devices/trust', { token, body: { fingerprint } });
    await call('this device', 'POST /devices/{id}/untrust', { token, params });
    ({ accessToken: token } = await signIn('after the device has lost its sessions'));
    await call('this device', 'DELETE /devices/{id}', { token, params });
  }
  const other = await signIn('once more');
  ({ accessToken: token } = await signIn('and again'));
  if (other.tokenId) {
    const params = [other.tokenId];
    await call('another session', 'POST /sessions/{id}/revoke', { token, params });
    const ended = { token: other.accessToken };
    await call('after it was revoked', 'GET /user/profile', ended, failed([401]));
  }
  await call('all sessions', 'POST /sessions/revoke-all', { token });
  await call('after all sessions', 'GET /user/profile', { token }, failed([401]));
}
