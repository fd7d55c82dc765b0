import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialDescriptorJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';

import { ceremonyError, readCeremonyError } from './ceremony/ceremony-error.ts';
import { creationOptions } from './ceremony/creation-options.ts';
import type { AuthOptions, KnownPasskey, PasskeySetup } from './contract-set-up.ts';

/** The browser's part of WebAuthn. Base64 from the server may be standard or url-safe. */

interface CeremonyOptions {
  /** [A11] Aborts when what asked for the ceremony goes away: see useCeremonySignal. */
  signal?: AbortSignal | undefined;
}

/**
 * Lets the browser make a passkey. Call it from a gesture only.
 * @param exclude the account's passkeys, so that no authenticator gets a second one
 * @throws CeremonyError
 */
export async function registerPasskey(
  setup: PasskeySetup,
  exclude: KnownPasskey[] = [],
  { signal }: CeremonyOptions = {},
): Promise<RegistrationResponseJSON> {
  return hold(signal, async () => {
    const options = await creationOptions(setup);
    return startRegistration({
      optionsJSON: { ...options, excludeCredentials: exclude.map(descriptor) },
    });
  });
}

/**
 * Lets the browser sign with one of the account's passkeys. Call it from a gesture only, except with
 * `useBrowserAutofill`, which waits for one in a field with `autocomplete="… webauthn"`.
 * @throws CeremonyError
 */
export async function assertPasskey(
  { challenge, rpId, userVerification, timeout, allowCredentials }: AuthOptions,
  { useBrowserAutofill = false, signal }: CeremonyOptions & { useBrowserAutofill?: boolean } = {},
): Promise<AuthenticationResponseJSON> {
  return hold(signal, () =>
    startAuthentication({
      useBrowserAutofill,
      optionsJSON: {
        challenge,
        rpId,
        userVerification,
        ...(timeout != null && { timeout }),
        ...(allowCredentials && { allowCredentials: allowCredentials.map(descriptor) }),
      },
    }),
  );
}

/** Ends the ceremony that is under way, if any: it then fails as `cancelled`. */
export function abortCeremony(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function hold<Credential>(
  signal: AbortSignal | undefined,
  ceremony: () => Promise<Credential>,
): Promise<Credential> {
  // Browsers hide WebAuthn from pages that anyone on the way could change.
  if (!globalThis.isSecureContext) throw ceremonyError('misconfigured');
  if (!browserSupportsWebAuthn()) throw ceremonyError('unsupported');
  if (signal?.aborted) throw ceremonyError('cancelled');
  signal?.addEventListener('abort', abortCeremony);
  try {
    return await ceremony();
  } catch (error) {
    throw readCeremonyError(error);
  } finally {
    signal?.removeEventListener('abort', abortCeremony);
  }
}

function descriptor({ id, transports }: KnownPasskey): PublicKeyCredentialDescriptorJSON {
  return { id, type: 'public-key', ...(transports && { transports }) };
}
