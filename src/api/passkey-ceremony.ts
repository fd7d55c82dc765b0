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
import type { AuthOptions, PasskeySetup } from './contract-set-up.ts';

/** The browser's part of WebAuthn. Base64 from the server may be standard or url-safe. */

type Known = NonNullable<AuthOptions['allowCredentials']>;

/**
 * Lets the browser make a passkey. Call it from a gesture only, and `abortCeremony` on unmount.
 * @param exclude the account's passkeys, so that no authenticator gets a second one
 * @throws CeremonyError
 */
export async function registerPasskey(
  setup: PasskeySetup,
  exclude: Known = [],
): Promise<RegistrationResponseJSON> {
  return hold(async () => {
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
  { useBrowserAutofill = false } = {},
): Promise<AuthenticationResponseJSON> {
  return hold(() =>
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

/** [A11] Ends the ceremony that is under way, if any: it then fails as `cancelled`. */
export function abortCeremony(): void {
  WebAuthnAbortService.cancelCeremony();
}

async function hold<Credential>(ceremony: () => Promise<Credential>): Promise<Credential> {
  // Browsers hide WebAuthn from pages that anyone on the way could change.
  if (!globalThis.isSecureContext) throw ceremonyError('misconfigured');
  if (!browserSupportsWebAuthn()) throw ceremonyError('unsupported');
  try {
    return await ceremony();
  } catch (error) {
    throw readCeremonyError(error);
  }
}

function descriptor({ id, transports }: Known[number]): PublicKeyCredentialDescriptorJSON {
  return { id, type: 'public-key', ...(transports && { transports }) };
}
