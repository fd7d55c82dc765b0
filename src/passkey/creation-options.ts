import { bufferToBase64URLString } from '@simplewebauthn/browser';

import type { PasskeySetup } from '../api/contract-set-up.ts';

/** COSE numbers of EdDSA, ES256 and RS256: what authenticators know, and every server checks. */
const algorithms = [-8, -7, -257];

/** WebAuthn's creation options from either form of the `setup` answer. */
export async function creationOptions(
  setup: PasskeySetup,
): Promise<Extract<PasskeySetup, { rp: unknown }>> {
  if ('rp' in setup) return setup;
  const { challenge, rpName, userName, rpID, userId } = setup;
  return {
    challenge,
    // Without an id, the host of the page: the only one that could work.
    rp: { name: rpName, ...(rpID && { id: rpID }) },
    user: { id: await userHandle(userId, userName), name: userName, displayName: userName },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    attestation: 'none',
  };
}

/** Bytes. WebAuthn L3, 5.4.3: a longer user handle is refused by the browser. */
const longestHandle = 64;

/**
 * The user handle, base64url: the platform's own id for the account, as UTF-8, so that what the
 * authenticator gives back is what the platform knows. Where there is no id, or one that does not fit,
 * a hash (32 bytes) stands in: the same for the same account, so that its new passkey replaces the old
 * one in an authenticator, and without telling its name (WebAuthn L3, 14.6.1).
 */
async function userHandle(userId: string | null | undefined, userName: string): Promise<string> {
  const id = new TextEncoder().encode(userId ?? userName);
  const isFit = userId != null && id.length <= longestHandle;
  return bufferToBase64URLString(isFit ? id.buffer : await crypto.subtle.digest('SHA-256', id));
}
