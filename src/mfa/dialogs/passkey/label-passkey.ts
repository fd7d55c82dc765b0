import { base64URLStringToBuffer } from '@simplewebauthn/browser';

import type { NewPasskey } from '../../../passkey/read-credential.ts';
import { passkeyProviders } from './passkey-providers.ts';

/** Where a passkey is kept, for where its maker is not known by name. */
export const passkeyPlaces = ['this-device', 'phone', 'security-key'] as const;
export type PasskeyPlace = (typeof passkeyPlaces)[number];

/** A new passkey's label: its provider's name or, of one that is not known, where it is kept. */
export function labelPasskey(credential: NewPasskey): string {
  const { authenticatorData } = credential.response;
  const provider = authenticatorData && passkeyProviders[readAaguid(authenticatorData)];
  return provider || placeOf(credential);
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
