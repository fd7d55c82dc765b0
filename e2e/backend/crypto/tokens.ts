import { SignJWT, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';

export interface TokenTerms {
  key: Uint8Array;
  /** What the token is for; calls for other purposes reject it. */
  purpose: 'access' | 'activate' | 'sign-in';
  /** The app's address, so that tokens of another deployment are rejected. */
  audience: string;
  /** Milliseconds since the epoch. */
  now: number;
}

const imported = new WeakMap<Uint8Array, Promise<CryptoKey>>();

/** Imports a key once, not for each token. */
function importKey(key: Uint8Array): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const promise =
    imported.get(key) ??
    crypto.subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign', 'verify']);
  imported.set(key, promise);
  return promise;
}

/** @param lifetime in milliseconds, rounded down to whole seconds */
export async function signToken(
  terms: TokenTerms,
  claims: JWTPayload,
  lifetime: number,
): Promise<string> {
  return new SignJWT({ ...claims, purpose: terms.purpose })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(terms.audience)
    .setIssuedAt(Math.floor(terms.now / 1000))
    .setExpirationTime(Math.floor((terms.now + lifetime) / 1000))
    .sign(await importKey(terms.key));
}

/**
 * Returns the claims, or undefined for a token that has another signer or purpose, or has expired.
 */
export async function readToken(terms: TokenTerms, token: string): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, await importKey(terms.key), {
      algorithms: ['HS256'],
      typ: 'JWT',
      audience: terms.audience,
      requiredClaims: ['sub', 'exp', 'jti', 'purpose'],
      currentDate: new Date(terms.now),
    });
    return payload['purpose'] === terms.purpose ? payload : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
