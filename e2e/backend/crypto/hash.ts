import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Hashes a token of at least 128 random bits, which needs no slow hash. Base64url. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * Hashes a short value that could be guessed from a plain hash. Useless without the key.
 * Base64url.
 */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** Returns 256 random bits in base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
