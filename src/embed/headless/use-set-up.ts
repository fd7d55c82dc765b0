import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { profileQuery } from '../../api/account.ts';
import { mfaQueries } from '../../api/mfa.ts';
import { serverNow } from '../../api/server-clock.ts';
import { useIsSignedIn } from '../../api/tokens.ts';
import { cleanCode } from '../../lib/clean-code.ts';
import { otpauthUri, trustedQrCode } from '../../mfa/dialogs/authenticator-app/qr-code.ts';
import { useBeginSetUp } from '../../mfa/dialogs/authenticator-app/use-begin-set-up.ts';
import { useConfirmCode } from '../../mfa/dialogs/authenticator-app/use-confirm-code.ts';
import { useRegisterPasskey } from '../../mfa/dialogs/passkey/make-passkey.ts';
import { keepBackupCodesMade } from '../../mfa/owned/backup-codes-made.ts';
import { accountPasskeysQuery } from '../../passkey/account-passkeys.ts';
import { passkeyCapabilityQuery } from '../../passkey/passkey-capability.ts';
import { keepPasskeyNote, passkeyNotesQuery } from '../../passkey/passkey-notes.ts';
import { isWholeCode } from '../../proof/proof-errors.ts';
import { IncompleteCodeError, type MfaError, readError } from './read-error.ts';
import { type Action, useAction } from './use-action.ts';

/** A key and its codes, for as long as the component is mounted. Nothing else keeps them. */
export interface AuthenticatorSetUp {
  key:
    | {
        /** Base32, to type. */
        secret: string;
        /** A `data:` URL of an image, to scan; undefined where the backend sends none that is safe to show. */
        qrCode: string | undefined;
        /** `otpauth:`, which opens an app on this device. */
        uri: string;
      }
    | undefined;
  /** Ten codes, each good once. Undefined until a code of the app has been confirmed. */
  backupCodes: readonly string[] | undefined;
  isBeginning: boolean;
  /** Why it could not begin. */
  error: MfaError | undefined;
  /** Another tab has begun it, too: the key is the same, and its backup codes are there. */
  isOvertaken: boolean;
  beginAgain: () => void;
  /** Takes a code of the app, spaces and all. Afterwards the method is on. */
  confirm: Action<string, { backupCodes: readonly string[] }>;
}

/** `here`: in this device. `elsewhere`: on a phone or a security key. */
export type PasskeyChoice = 'here' | 'elsewhere';

export interface PasskeySetUp {
  /** What this browser can do at this address; undefined until it has told. */
  capability: PasskeyChoice | 'unsupported' | 'insecure' | undefined;
  /**
   * Opens the browser's prompt, so call it in the handler of a click. Afterwards the method is on. Give
   * `undefined` to let the browser choose. Unmounting the component closes the prompt.
   */
  create: Action<
    PasskeyChoice | undefined,
    {
      /** Base64url. */
      id: string;
      /** The name of its provider, else `this-device`, `phone` or `security-key`. */
      label: string;
    }
  >;
}

export interface Passkeys {
  /** Undefined until read; null where the backend does not list them. */
  passkeys:
    | readonly {
        id: string;
        /** That a person gave it in this browser. The backend has no names. */
        name: string | undefined;
        /** As `create` gave it in this browser. */
        label: string | undefined;
        madeAt: number | undefined;
      }[]
    | null
    | undefined;
  error: MfaError | undefined;
  rename: (id: string, name: string) => void;
}

const codeMeanings = { 400: 'wrong-code' } as const;

/**
 * Sets an authenticator app up, for the first time or in the place of another one. The set-up begins when the
 * component mounts that calls this, with a step-up where the last proof is old. Unmounting it forgets the key
 * and the codes, so show the backup codes before.
 */
export function useAuthenticatorSetUp(): AuthenticatorSetUp {
  const { setUp, isOvertaken, beginAgain } = useBeginSetUp();
  const { data: profile } = useQuery(profileQuery());
  const { data: status } = useQuery(mfaQueries.status());
  const isOn = status?.enabledMethods.includes('GOOGLE_AUTH');
  // Kept, because confirming turns the method on a moment before it ends.
  const [wasOn, setWasOn] = useState(isOn);
  if (wasOn === undefined && isOn !== undefined) setWasOn(isOn);
  const confirmCode = useConfirmCode(wasOn ?? true);
  const begun = isOvertaken ? undefined : setUp.data;
  const confirm = useMutation({
    mutationFn: async (typed: string) => {
      const code = cleanCode(typed);
      if (!isWholeCode('app', code)) throw new IncompleteCodeError();
      await confirmCode.mutateAsync(code);
      const backupCodes = begun?.backupCodes ?? [];
      if (backupCodes.length > 0) keepBackupCodesMade(serverNow());
      return { backupCodes };
    },
    // Neither a code nor the backup codes are cached: security requirement A7.
    gcTime: 0,
  });
  return {
    key: begun && {
      secret: begun.secret,
      qrCode: trustedQrCode(begun.qrCode),
      uri: otpauthUri(begun.secret, profile?.email),
    },
    backupCodes: confirm.data?.backupCodes,
    isBeginning: setUp.isFetching,
    error: setUp.error && !setUp.isFetching ? readError(setUp.error) : undefined,
    isOvertaken,
    beginAgain,
    confirm: useAction(confirm, codeMeanings),
  };
}

/** Makes a passkey for the account, the first or another one. */
export function usePasskeySetUp(): PasskeySetUp {
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const register = useRegisterPasskey();
  const create = useMutation({
    mutationFn: async (choice: PasskeyChoice | undefined) => {
      const { credential, label } = await register.mutateAsync(choice);
      return { id: credential.id, label };
    },
    gcTime: 0,
  });
  return { capability, create: useAction(create) };
}

/** The account's passkeys, and what this browser knows of them. */
export function usePasskeys(): Passkeys {
  const queryClient = useQueryClient();
  const isSignedIn = useIsSignedIn();
  const { data: listed, error } = useQuery({ ...accountPasskeysQuery(), enabled: isSignedIn });
  const { data: notes } = useQuery(passkeyNotesQuery());
  return {
    passkeys:
      listed?.map(({ id }) => {
        const { name, label, madeAt } = notes?.[id] ?? {};
        return { id, name, label, madeAt };
      }) ?? (listed === null ? null : undefined),
    error: error ? readError(error) : undefined,
    rename(id, name) {
      keepPasskeyNote(id, { ...notes?.[id], name });
      void queryClient.invalidateQueries(passkeyNotesQuery());
    },
  };
}
