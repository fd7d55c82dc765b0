import { createHash, createHmac, randomBytes } from 'node:crypto';

/** For tokens of 128 random bits and more, where nothing slower is needed. Base64url. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** For what is short enough to be guessed from a plain hash: useless without the key. Base64url. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** 256 random bits, base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
