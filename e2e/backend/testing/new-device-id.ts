import { randomBytes } from 'node:crypto';

/** An identifier as a browser makes it: 128 random bits, base64url. */
export function newDeviceId(): string {
  return randomBytes(16).toString('base64url');
}
