import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa } from '../../../api/mfa.ts';
import { CeremonyError } from '../../../passkey/ceremony-error.ts';
import { useCeremonySignal } from '../../../passkey/passkey-ceremony.ts';
import { labelPasskey } from './label-passkey.ts';
import { makePasskey } from './make-passkey.ts';
import { keepPasskeyLabel } from './passkey-labels.ts';

/** Makes a passkey and turns the method on. Ends with the component. */
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
