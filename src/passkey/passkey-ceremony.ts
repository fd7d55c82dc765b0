import {
  type AuthenticationResponseJSON,
  base64URLStringToBuffer,
  browserSupportsWebAuthn,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { useCallback, useEffect, useRef } from 'react';

import { ceremonyError, readCeremonyError } from './ceremony-error.ts';
import { creationOptions } from './creation-options.ts';
import { type NewPasskey, readAssertion, readNewPasskey } from './read-credential.ts';
import type { AuthOptions, KnownPasskey, PasskeySetup } from '../api/contract-set-up.ts';

/**
 * The browser's part of WebAuthn. Base64 from the server may be standard or url-safe. This code
 * calls the browser itself, because the library drops a credential if an optional part of it
 * throws.
 */

/** Where a person wants their new passkey: in this device itself, or on a phone or a security key. */
export type PasskeyChoice = 'here' | 'elsewhere';

/**
 * Browsers of today read `hints` (WebAuthn L3, 5.8.7), the others the attachment: the specification asks
 * for both.
 */
const choices = {
  here: { hints: ['client-device'], authenticatorAttachment: 'platform' },
  elsewhere: { hints: ['hybrid', 'security-key'], authenticatorAttachment: 'cross-platform' },
} as const;

interface CeremonyOptions {
  /** Aborts when the component that started the ceremony unmounts: see useCeremonySignal. */
  signal?: AbortSignal | undefined;
}

/**
 * Registers a passkey in the browser. Call it only after a click or a key press.
 * @param exclude the account's passkeys, so that no authenticator gets a second one
 * @throws CeremonyError, UnreadablePasskeyError
 */
export async function registerPasskey(
  setup: PasskeySetup,
  exclude: KnownPasskey[] = [],
  { signal, choice }: CeremonyOptions & { choice?: PasskeyChoice | undefined } = {},
): Promise<NewPasskey> {
  const credential = await hold('not-created', signal, async () => {
    const { challenge, user, ...options } = await creationOptions(setup);
    return navigator.credentials.create({
      publicKey: {
        ...options,
        ...(choice && prefer(choice, options.authenticatorSelection)),
        challenge: base64URLStringToBuffer(challenge),
        user: { ...user, id: base64URLStringToBuffer(user.id) },
        excludeCredentials: exclude.map(descriptor),
      },
      signal: WebAuthnAbortService.createNewAbortSignal(),
    });
  });
  return readNewPasskey(credential);
}

/**
 * Gets an assertion from one of the account's passkeys. Call it only after a click or a key press,
 * except with `useBrowserAutofill`, which waits in a field with `autocomplete="… webauthn"`.
 * @throws CeremonyError
 */
export async function assertPasskey(
  { challenge, rpId, userVerification, timeout, allowCredentials }: AuthOptions,
  { useBrowserAutofill = false, signal }: CeremonyOptions & { useBrowserAutofill?: boolean } = {},
): Promise<AuthenticationResponseJSON> {
  return hold('not-used', signal, async () => {
    const credential = await navigator.credentials.get({
      ...(useBrowserAutofill && { mediation: 'conditional' }),
      publicKey: {
        challenge: base64URLStringToBuffer(challenge),
        rpId,
        userVerification,
        ...(timeout != null && { timeout }),
        ...(allowCredentials?.length && { allowCredentials: allowCredentials.map(descriptor) }),
      },
      signal: WebAuthnAbortService.createNewAbortSignal(),
    });
    return credential && readAssertion(credential);
  });
}

function prefer(choice: PasskeyChoice, selection: AuthenticatorSelectionCriteria | undefined) {
  const { hints, authenticatorAttachment } = choices[choice];
  return {
    hints: [...hints],
    authenticatorSelection: { ...selection, authenticatorAttachment },
  };
}

/** Aborts the running ceremony, if any. It then fails as `cancelled`. */
export function abortCeremony(): void {
  WebAuthnAbortService.cancelCeremony();
}

/**
 * Returns a function that gives the abort signal for a ceremony. The signal aborts when the
 * component unmounts, so that no prompt stays open or opens late: security requirement A11.
 */
export function useCeremonySignal(): () => AbortSignal | undefined {
  const controller = useRef<AbortController>(undefined);
  useEffect(() => {
    const current = new AbortController();
    controller.current = current;
    return () => current.abort();
  }, []);
  return useCallback(() => controller.current?.signal, []);
}

async function hold<Made>(
  notAllowed: 'not-created' | 'not-used',
  signal: AbortSignal | undefined,
  ceremony: () => Promise<Made | null>,
): Promise<Made> {
  // Browsers hide WebAuthn from insecure pages.
  if (!globalThis.isSecureContext) throw ceremonyError('misconfigured');
  if (!browserSupportsWebAuthn()) throw ceremonyError('unsupported');
  if (signal?.aborted) throw ceremonyError('cancelled');
  signal?.addEventListener('abort', abortCeremony);
  try {
    const made = await ceremony();
    if (made === null) throw new Error('The browser gave no credential.');
    return made;
  } catch (error) {
    // Browsers throw different errors after an abort.
    if (signal?.aborted) throw ceremonyError('cancelled', { cause: error });
    throw readCeremonyError(error, notAllowed);
  } finally {
    signal?.removeEventListener('abort', abortCeremony);
  }
}

function descriptor({ id, transports }: KnownPasskey): PublicKeyCredentialDescriptor {
  const known = { id: base64URLStringToBuffer(id), type: 'public-key' as const };
  // Object.assign, because TypeScript's list of transports is older than the specification's.
  return Object.assign<PublicKeyCredentialDescriptor, object>(
    known,
    transports ? { transports } : {},
  );
}
