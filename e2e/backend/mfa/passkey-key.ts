import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { createPublicKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';

/** The algorithms that new passkeys may use: EdDSA, ES256, RS256 (COSE numbers). */
export const passkeyAlgorithms = [-8, -7, -257];

/**
 * Whether a new passkey's COSE key is valid, and of the type and curve that its algorithm needs
 * (WebAuthn L3, 5.8.5). The library compares only the algorithm.
 */
export function isPasskeyKeyValid(coseKey: Uint8Array<ArrayBuffer>): boolean {
  const jwk = toJwk(decodeCredentialPublicKey(coseKey));
  if (jwk === undefined) return false;
  try {
    // Throws for a point that is not on its curve and for a key of the wrong length.
    const { asymmetricKeyDetails: rsa } = createPublicKey({ key: jwk, format: 'jwk' });
    if (jwk.kty !== 'RSA') return true;
    // The size that TPMs create: neither weak nor slow to verify.
    const bits = rsa?.modulusLength ?? 0;
    return bits >= 2048 && bits <= 4096 && rsa?.publicExponent === 65_537n;
  } catch {
    return false;
  }
}

/** By the labels of RFC 9052, 7 (1: type, 3: algorithm) and RFC 9053, 7 (negative: parameters). */
function toJwk(coseKey: { get(label: number): unknown }): JsonWebKey | undefined {
  const first = coseKey.get(-1);
  const [second, third] = [text(coseKey.get(-2)), text(coseKey.get(-3))];
  switch (`${String(coseKey.get(3))} ${String(coseKey.get(1))}`) {
    case '-7 2':
      return first === 1 ? { kty: 'EC', crv: 'P-256', x: second, y: third } : undefined;
    case '-8 1':
      return first === 6 ? { kty: 'OKP', crv: 'Ed25519', x: second } : undefined;
    case '-257 3':
      return { kty: 'RSA', n: text(first), e: second };
    default:
      return undefined;
  }
}

function text(bytes: unknown): string {
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString('base64url') : '';
}
