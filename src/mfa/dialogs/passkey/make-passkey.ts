import { ceremonyError } from '../../../passkey/ceremony-error.ts';
import { type NewPasskey, UnreadablePasskeyError } from '../../../passkey/read-credential.ts';
import type { KnownPasskey } from '../../../api/contract-set-up.ts';
import { isOutcomeUnknown, UnreachableError } from '../../../api/errors.ts';
import { registerPasskey } from '../../../passkey/passkey-ceremony.ts';
import { completeRegistration, setUpPasskey } from '../../../api/set-up.ts';
import { getAuthOptions } from '../../../api/verify-login.ts';
import { disownPasskey } from './disown-passkey.ts';

/** The browser made a passkey, and then the account did not take it, or nobody knows. */
export class PasskeyNotSavedError extends Error {
  /** False where the answer got lost and the account's passkeys could not be listed either. */
  readonly isCertain: boolean;

  constructor(isCertain: boolean, options: ErrorOptions) {
    super('The new passkey was not saved', options);
    this.isCertain = isCertain;
  }
}

/**
 * Lets the browser make a passkey, and hands it in.
 * @throws CeremonyError, PasskeyNotSavedError, and what `request` throws
 */
export async function makePasskey(signal: AbortSignal | undefined): Promise<NewPasskey> {
  const setup = await setUpPasskey();
  // After it, as a question for proof may come in between and has a challenge of its own.
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

/** The account's passkeys; undefined where the platform does not list them, or not now. */
async function listPasskeys(): Promise<KnownPasskey[] | undefined> {
  const { allowCredentials } = await getAuthOptions().catch(() => ({
    allowCredentials: undefined,
  }));
  return allowCredentials ?? undefined;
}
