import {
  bufferToBase64URLString,
  type PublicKeyCredentialCreationOptionsJSON,
} from '@simplewebauthn/browser';

import type { PasskeySetup } from '../contract-set-up.ts';

/** COSE numbers of EdDSA, ES256 and RS256: what authenticators know, and every server checks. */
const algorithms = [-8, -7, -257];

/** WebAuthn's creation options from either form of the `setup` answer. */
export async function creationOptions(
  setup: PasskeySetup,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  if ('rp' in setup) return setup;
  const { challenge, rpName, userName, rpID, userId } = setup;
  return {
    challenge,
    // Without an id, the host of the page: the only one that could work.
    rp: { name: rpName, ...(rpID && { id: rpID }) },
    user: { id: await userHandle(userId ?? userName), name: userName, displayName: userName },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    attestation: 'none',
  };
}

/**
 * The same account always gets the same handle, so that its new passkey replaces the old one in an
 * authenticator. Hashed: a handle has at most 64 bytes and must not tell who it is (WebAuthn L3, 14.6.1).
 */
async function userHandle(account: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(account));
  return bufferToBase64URLString(hash);
}
