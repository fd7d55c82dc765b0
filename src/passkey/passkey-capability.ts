import {
  browserSupportsWebAuthn,
  getBrowserCapabilities,
  platformAuthenticatorIsAvailable,
} from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';

/**
 * `here`: this device can unlock passkeys itself. `elsewhere`: only a security key or a phone can.
 * `insecure`: browsers offer no passkeys at the page's address.
 */
export type PasskeyCapability = 'here' | 'elsewhere' | 'unsupported' | 'insecure';

export async function readPasskeyCapability(): Promise<PasskeyCapability> {
  if (!globalThis.isSecureContext) return 'insecure';
  if (!browserSupportsWebAuthn()) return 'unsupported';
  return (await hasPlatformAuthenticator().catch(() => false)) ? 'here' : 'elsewhere';
}

/** Never refetched, because the answer does not change while the page is open. */
export const passkeyCapabilityQuery = () =>
  queryOptions({
    queryKey: ['passkey-capability'],
    queryFn: readPasskeyCapability,
    staleTime: Number.POSITIVE_INFINITY,
  });

async function hasPlatformAuthenticator(): Promise<boolean> {
  const { userVerifyingPlatformAuthenticator } = await getBrowserCapabilities();
  // Older browsers only have the older API.
  if (userVerifyingPlatformAuthenticator === 'unknown') return platformAuthenticatorIsAvailable();
  return userVerifyingPlatformAuthenticator === 'supported';
}
