import { sendSignal } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { KnownPasskey, PasskeySetup } from '../../../api/contract-set-up.ts';
import { isOutcomeUnknown, UnreachableError } from '../../../api/errors.ts';
import { refreshMfa } from '../../../api/mfa.ts';
import { completeRegistration, setUpPasskey } from '../../../api/set-up.ts';
import { getAuthOptions } from '../../../api/verify-login.ts';
import { CeremonyError, ceremonyError } from '../../../passkey/ceremony-error.ts';
import { registerPasskey, useCeremonySignal } from '../../../passkey/passkey-ceremony.ts';
import { type NewPasskey, UnreadablePasskeyError } from '../../../passkey/read-credential.ts';
import { keepPasskeyLabel, labelPasskey } from './passkey-labels.ts';

/** The browser made a passkey, but it was not saved to the account, or nobody knows whether it was. */
export class PasskeyNotSavedError extends Error {
  /** False where the answer got lost and the account's passkeys could not be listed afterwards. */
  readonly isCertain: boolean;

  constructor(isCertain: boolean, options: ErrorOptions) {
    super('The new passkey was not saved', options);
    this.isCertain = isCertain;
  }
}

/** Makes a passkey and turns the method on. Unmounting the component aborts it. */
export function useRegisterPasskey() {
  const queryClient = useQueryClient();
  const signal = useCeremonySignal();
  return useMutation({
    mutationFn: () => makePasskey(signal()),
    gcTime: 0,
    onSuccess: (credential) => keepPasskeyLabel(credential.id, labelPasskey(credential)),
    // A ceremony that failed has changed nothing.
    onSettled: (_, error) => (error instanceof CeremonyError ? undefined : refreshMfa(queryClient)),
  });
}

/**
 * Makes a passkey in the browser and registers it with the account.
 * @throws CeremonyError, PasskeyNotSavedError, and what `request` throws
 */
async function makePasskey(signal: AbortSignal | undefined): Promise<NewPasskey> {
  const setup = await setUpPasskey();
  // After the set-up, which may wait for a step-up: this answer's challenge would void the step-up's.
  const exclude = await listPasskeys();
  const credential = await registerPasskey(setup, exclude, { signal }).catch(
    async (error: unknown) => {
      if (!(error instanceof UnreadablePasskeyError)) throw error;
      if (error.credentialId) await disownPasskey(setup, error.credentialId);
      throw new PasskeyNotSavedError(true, { cause: ceremonyError('failed', { cause: error }) });
    },
  );
  const { challenge } = setup;
  try {
    const { response, ...rest } = credential;
    await completeRegistration({ challenge, credential: { ...rest, response: { ...response } } });
  } catch (cause) {
    const isSaved = cannotTell(cause) ? await isListed(credential.id) : false;
    if (isSaved) return credential;
    if (isSaved === false) await disownPasskey(setup, credential.id);
    throw new PasskeyNotSavedError(isSaved === false, { cause });
  }
  return credential;
}

function cannotTell(cause: unknown): boolean {
  return cause instanceof UnreachableError || isOutcomeUnknown(cause);
}

async function isListed(id: string): Promise<boolean | undefined> {
  return (await listPasskeys())?.some((passkey) => passkey.id === id);
}

/** The account's passkeys; undefined where the platform does not list them or the request fails. */
async function listPasskeys(): Promise<KnownPasskey[] | undefined> {
  const { allowCredentials } = await getAuthOptions().catch(() => ({
    allowCredentials: undefined,
  }));
  return allowCredentials ?? undefined;
}

/**
 * Tells the authenticator that the account does not know a passkey, so that it no longer offers it
 * (WebAuthn L3, 5.1.10). Best effort: many browsers cannot pass it on, and none reports the result.
 */
async function disownPasskey(setup: PasskeySetup, credentialID: string): Promise<void> {
  const rpID = ('rp' in setup ? setup.rp.id : setup.rpID) ?? window.location.hostname;
  await sendSignal({ signalName: 'unknownCredential', rpID, credentialID }).catch(() => undefined);
}
