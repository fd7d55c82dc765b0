import { useMutation, useQueryClient } from '@tanstack/react-query';

import { resetMethods } from '../../../api/disable-reset.ts';
import { refreshMfa } from '../../../api/mfa.ts';
import { removePasskeys } from '../../../passkey/signal-passkeys.ts';
import { forgetBackupCodesMade } from '../../owned/backup-codes-made.ts';

/** Resets every method of one's own. */
export function useResetMethods() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => removePasskeys(() => resetMethods()),
    onSuccess: forgetBackupCodesMade,
    // Also after a failure: the reset may have happened though its answer got lost.
    onSettled: () => refreshMfa(queryClient),
  });
}
