import { bufferToBase64URLString } from '@simplewebauthn/browser';

import type { PasskeySetup } from '../api/contract-set-up.ts';

/** COSE numbers of EdDSA, ES256 and RS256, which authenticators offer and servers can verify. */
const algorithms = [-8, -7, -257];

/** WebAuthn creation options from either form of the `setup` answer. */
export async function creationOptions(
  setup: PasskeySetup,
): Promise<Extract<PasskeySetup, { rp: unknown }>> {
  if ('rp' in setup) return setup;
  const { challenge, rpName, userName, rpID, userId } = setup;
  return {
    challenge,
    // Without an id the browser uses the page's host.
    rp: { name: rpName, ...(rpID && { id: rpID }) },
    user: { id: await userHandle(userId, userName), name: userName, displayName: userName },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    attestation: 'none',
  };
}

/** Bytes. Browsers refuse a longer user handle (WebAuthn L3, 5.4.3). */
const longestHandle = 64;

/**
 * The user handle, base64url: the platform's account id as UTF-8, so that the platform recognises
 * what the authenticator returns. If there is no id, or it is too long, a 32-byte hash replaces it.
 * The hash is the same for the same account, so a new passkey replaces the old one in the
 * authenticator, and it reveals no name (WebAuthn L3, 14.6.1).
 */
async function userHandle(userId: string | null | undefined, userName: string): Promise<string> {
  const id = new TextEncoder().encode(userId ?? userName);
  const isFit = userId != null && id.length <= longestHandle;
  return bufferToBase64URLString(isFit ? id.buffer : await crypto.subtle.digest('SHA-256', id));
}
