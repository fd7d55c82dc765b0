import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isOutcomeUnknown, UnreachableError } from '../../../api/errors.ts';
import { refreshMfa } from '../../../api/mfa.ts';
import { completeRegistration, setUpPasskey } from '../../../api/set-up.ts';
import { accountPasskeysQuery, listPasskeys } from '../../../passkey/account-passkeys.ts';
import { CeremonyError, ceremonyError } from '../../../passkey/ceremony-error.ts';
import { creationOptions } from '../../../passkey/creation-options.ts';
import {
  type PasskeyChoice,
  registerPasskey,
  useCeremonySignal,
} from '../../../passkey/passkey-ceremony.ts';
import { keepPasskeyNote, passkeyNotesQuery } from '../../../passkey/passkey-notes.ts';
import { type NewPasskey, UnreadablePasskeyError } from '../../../passkey/read-credential.ts';
import {
  disownPasskey,
  type PasskeyOwner,
  signalAccepted,
} from '../../../passkey/signal-passkeys.ts';
import { registerPasskeyKey } from '../../just-set-up.ts';
import { labelPasskey } from './label-passkey.ts';

/** The browser made a passkey, but it was not saved to the account, or nobody knows whether it was. */
export class PasskeyNotSavedError extends Error {
  /** False where the answer got lost and the account's passkeys could not be listed afterwards. */
  readonly isCertain: boolean;

  constructor(isCertain: boolean, options: ErrorOptions) {
    super('The new passkey was not saved', options);
    this.isCertain = isCertain;
  }
}

interface MadePasskey {
  credential: NewPasskey;
  owner: PasskeyOwner;
  label: string;
}

/** Makes a passkey and turns the method on. Unmounting the component aborts it. */
export function useRegisterPasskey() {
  const queryClient = useQueryClient();
  const signal = useCeremonySignal();
  return useMutation({
    mutationFn: (choice: PasskeyChoice | undefined) => makePasskey(choice, signal()),
    mutationKey: registerPasskeyKey,
    gcTime: 0,
    onSuccess: ({ credential, owner, label }) => {
      keepPasskeyNote(credential.id, { label, madeAt: Date.now(), ...owner });
      void queryClient.invalidateQueries(passkeyNotesQuery());
      void learnAccepted(credential.id, owner);
    },
    // A ceremony that failed has changed nothing.
    onSettled: (_, error) => (error instanceof CeremonyError ? undefined : refreshMfa(queryClient)),
  });

  /** Reads the account's passkeys once more, for the settings, and for the authenticators. */
  async function learnAccepted(id: string, owner: PasskeyOwner) {
    const listed = await listPasskeys();
    if (!listed) return;
    queryClient.setQueryData(accountPasskeysQuery().queryKey, listed);
    // A list without the new passkey is not the list of what the account accepts.
    if (listed.some((passkey) => passkey.id === id)) await signalAccepted(owner, listed);
  }
}

/**
 * Makes a passkey in the browser and registers it with the account.
 * @throws CeremonyError, PasskeyNotSavedError, and what `request` throws
 */
async function makePasskey(
  choice: PasskeyChoice | undefined,
  signal: AbortSignal | undefined,
): Promise<MadePasskey> {
  const setup = await setUpPasskey();
  // After the set-up, which may wait for a step-up: this answer's challenge would void the step-up's.
  const exclude = await listPasskeys();
  const { rp, user } = await creationOptions(setup);
  const owner = { rpId: rp.id ?? window.location.hostname, userHandle: toBase64Url(user.id) };
  const credential = await registerPasskey(setup, exclude, { signal, choice }).catch(
    async (error: unknown) => {
      if (!(error instanceof UnreadablePasskeyError)) throw error;
      if (error.credentialId) await disownPasskey(owner.rpId, error.credentialId);
      throw new PasskeyNotSavedError(true, { cause: ceremonyError('failed', { cause: error }) });
    },
  );
  try {
    const { response, ...rest } = credential;
    const { challenge } = setup;
    await completeRegistration({ challenge, credential: { ...rest, response: { ...response } } });
  } catch (cause) {
    const isSaved = cannotTell(cause) ? await isListed(credential.id) : false;
    if (isSaved === false) await disownPasskey(owner.rpId, credential.id);
    if (!isSaved) throw new PasskeyNotSavedError(isSaved === false, { cause });
  }
  return { credential, owner, label: await labelPasskey(credential) };
}

function cannotTell(cause: unknown): boolean {
  return cause instanceof UnreachableError || isOutcomeUnknown(cause);
}

async function isListed(id: string): Promise<boolean | undefined> {
  return (await listPasskeys())?.some((passkey) => passkey.id === id);
}

/** The user handle in standard base64 or base64url, as base64url, which signals want. */
const toBase64Url = (handle: string) =>
  handle.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
