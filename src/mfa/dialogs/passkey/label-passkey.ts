import { base64URLStringToBuffer } from '@simplewebauthn/browser';

import type { NewPasskey } from '../../../passkey/read-credential.ts';
import type { PasskeyPlace } from '../../owned/passkey-label.tsx';

/**
 * A new passkey's label: the name of its provider or, where that is unknown, where it is kept. The names
 * come from a public list by AAGUID, which its first lines and e2e/workshop/passkey-providers.ts name.
 * They are for people to read: nothing is decided by them.
 */
export async function labelPasskey(credential: NewPasskey): Promise<string> {
  const { authenticatorData } = credential.response;
  return (authenticatorData && (await findProvider(authenticatorData))) || placeOf(credential);
}

async function findProvider(authenticatorData: string): Promise<string | undefined> {
  // Large, and needed only where a passkey was made. Without it, the place is a good label as well.
  const list = await import('./passkey-providers.json').catch(() => undefined);
  const names: Partial<Record<string, string>> = list?.default.names ?? {};
  return names[readAaguid(authenticatorData)];
}

/** WebAuthn L3, 6.1 and 6.5.1: the AAGUID's 16 bytes follow hash (32), flags (1) and counter (4). */
function readAaguid(authenticatorData: string): string {
  const bytes = new Uint8Array(base64URLStringToBuffer(authenticatorData).slice(37, 53));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function placeOf({ authenticatorAttachment, response }: NewPasskey): PasskeyPlace {
  if (authenticatorAttachment !== 'cross-platform') return 'this-device';
  return response.transports?.includes('hybrid') ? 'phone' : 'security-key';
}
