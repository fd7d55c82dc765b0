import { base64URLStringToBuffer } from '@simplewebauthn/browser';
import * as v from 'valibot';

import { browserStorage } from '../../../lib/storage.ts';
import type { NewPasskey } from '../../../passkey/read-credential.ts';
import providers from './passkey-providers.json';

/**
 * The makers of most of the world's passkeys, by the AAGUID of their authenticators. The names come
 * from the community's list, https://github.com/passkeydeveloper/passkey-authenticator-aaguids. They
 * are for people to read: nothing is decided by them.
 */
const passkeyProviders: Partial<Record<string, string>> = providers;

/** Where a passkey is kept, where its provider is unknown. */
export const passkeyPlaces = ['this-device', 'phone', 'security-key'] as const;
export type PasskeyPlace = (typeof passkeyPlaces)[number];

/** A new passkey's label: the name of its provider or, where that is unknown, a {@link PasskeyPlace}. */
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

const storageKey = 'passkey-labels';
// Not `v.record`: its code would be in the first load, as all of valibot that is used anywhere is.
const labelsSchema = v.looseObject({});

/** The labels by credential id. Only this browser keeps them: the platform has no field for them. */
export function readPasskeyLabels(): Partial<Record<string, string>> {
  try {
    const read = v.safeParse(labelsSchema, JSON.parse(browserStorage.read(storageKey) ?? ''));
    return read.success ? onlyText(read.output) : {};
  } catch {
    return {}; // nothing stored yet, or not JSON
  }
}

export function keepPasskeyLabel(id: string, label: string): void {
  browserStorage.write(storageKey, JSON.stringify({ ...readPasskeyLabels(), [id]: label }));
}

function onlyText(kept: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, label]) => (typeof label === 'string' ? [[id, label]] : [])),
  ) as Partial<Record<string, string>>;
}
