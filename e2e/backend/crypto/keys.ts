import { hkdfSync } from 'node:crypto';

/**
 * One key for each use, derived from the secret key, so that a leaked key does not reveal the
 * others.
 */
export interface Keys {
  accessTokens: Uint8Array;
  linkTokens: Uint8Array;
  seeds: Uint8Array;
  backupCodes: Uint8Array;
  rateLimits: Uint8Array;
  devices: Uint8Array;
}

/** @param secretKey 32 bytes. */
export function deriveKeys(secretKey: Uint8Array): Keys {
  if (secretKey.length !== 32) throw new Error('The secret key must be 32 bytes long.');
  const derive = (use: string) =>
    new Uint8Array(hkdfSync('sha256', secretKey, '', `mfa-settings ${use}`, 32));
  return {
    accessTokens: derive('access tokens'),
    linkTokens: derive('link tokens'),
    seeds: derive('seeds'),
    backupCodes: derive('backup codes'),
    rateLimits: derive('rate limits'),
    devices: derive('devices'),
  };
}
