import {
  browserSupportsWebAuthn,
  getBrowserCapabilities,
  platformAuthenticatorIsAvailable,
} from '@simplewebauthn/browser';
import { queryOptions } from '@tanstack/react-query';

/**
 * `here`: this device unlocks passkeys itself. `elsewhere`: only a security key or a phone can.
 * `insecure`: the page's address is none that browsers offer passkeys at.
 */
export type PasskeyCapability = 'here' | 'elsewhere' | 'unsupported' | 'insecure';

export async function readPasskeyCapability(): Promise<PasskeyCapability> {
  if (!globalThis.isSecureContext) return 'insecure';
  if (!browserSupportsWebAuthn()) return 'unsupported';
  return (await hasPlatformAuthenticator().catch(() => false)) ? 'here' : 'elsewhere';
}

/** Does not change while the page is open. */
export const passkeyCapabilityQuery = () =>
  queryOptions({
    queryKey: ['passkey-capability'],
    queryFn: readPasskeyCapability,
    staleTime: Number.POSITIVE_INFINITY,
  });

async function hasPlatformAuthenticator(): Promise<boolean> {
  const { userVerifyingPlatformAuthenticator } = await getBrowserCapabilities();
  // Older browsers have only the older question.
  if (userVerifyingPlatformAuthenticator === 'unknown') return platformAuthenticatorIsAvailable();
  return userVerifyingPlatformAuthenticator === 'supported';
}
