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
import { IncompleteCodeError, readError } from './read-error.ts';
import type { AuthenticatorSetUp, Passkeys, PasskeyChoice, PasskeySetUp } from './shapes.ts';
import { useAction } from './use-action.ts';

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
