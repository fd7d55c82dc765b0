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

/** @param lifetime in milliseconds, rounded down to whole seconds */
export function signToken(
  terms: TokenTerms,
  claims: JWTPayload,
  lifetime: number,
): Promise<string> {
  return new SignJWT({ ...claims, purpose: terms.purpose })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(terms.audience)
    .setIssuedAt(Math.floor(terms.now / 1000))
    .setExpirationTime(Math.floor((terms.now + lifetime) / 1000))
    .sign(terms.key);
}

/**
 * Returns the claims, or undefined for a token that has another signer or purpose, or has expired.
 */
export async function readToken(terms: TokenTerms, token: string): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, terms.key, {
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
