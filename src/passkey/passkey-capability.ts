import { queryOptions } from '@tanstack/react-query';

/**
 * `here`: this device can unlock passkeys itself. `elsewhere`: only a security key or a phone can.
 * `insecure`: browsers offer no passkeys at the page's address.
 */
export type PasskeyCapability = 'here' | 'elsewhere' | 'unsupported' | 'insecure';

/** Whether this browser can use passkeys at this address, wherever they are kept. */
export const isPossible = (capability: PasskeyCapability) =>
  capability === 'here' || capability === 'elsewhere';

/** Milliseconds. The list of methods waits for the browser's answer, but not for ever. */
const patience = 1000;

export async function readPasskeyCapability(): Promise<PasskeyCapability> {
  if (!globalThis.isSecureContext) return 'insecure';
  // Asked directly: the library would bring its ceremonies into the first load.
  if (typeof globalThis.PublicKeyCredential !== 'function') return 'unsupported';
  const isHere = await Promise.race([
    hasPlatformAuthenticator().catch(() => false),
    new Promise<false>((resolve) => void setTimeout(resolve, patience, false)),
  ]);
  return isHere ? 'here' : 'elsewhere';
}

/** Never refetched, because the answer does not change while the page is open. */
export const passkeyCapabilityQuery = () =>
  queryOptions({
    queryKey: ['passkey-capability'],
    queryFn: readPasskeyCapability,
    staleTime: Number.POSITIVE_INFINITY,
  });

const hasPlatformAuthenticator = async () =>
  PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
