import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isOutcomeUnknown, RefusedError } from '../../../api/errors.ts';
import { getStatus, refreshMfa } from '../../../api/mfa.ts';
import { verifyTotpSetup } from '../../../api/set-up.ts';

/**
 * Confirms the new app with one of its codes.
 * @param wasOn whether an app was on before: then the status cannot tell whether a change whose answer
 * got lost was made
 */
export function useConfirmCode(wasOn: boolean) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (code: string) => {
      try {
        await verifyTotpSetup(code);
      } catch (error) {
        if (wasOn || !isOutcomeUnknown(error) || !(await isOn())) throw error;
      }
    },
    // The code is never cached: security requirement A7.
    gcTime: 0,
    onSettled: () => refreshMfa(queryClient),
  });
}

async function isOn(): Promise<boolean> {
  const status = await getStatus().catch(() => undefined);
  return status?.enabledMethods.includes('GOOGLE_AUTH') ?? false;
}

export function isWrongCode(error: unknown): boolean {
  return error instanceof RefusedError && error.status === 400;
}
