import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa, getStatus } from '../../../api/mfa.ts';
import { isOutcomeUnknown } from '../../../api/errors.ts';
import { verifyTotpSetup } from '../../../api/set-up.ts';

/**
 * Proves the new app with a code of it.
 * @param wasOn whether an app was on before: then the status cannot tell whether a lost answer was a yes
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
    // [A7]
    gcTime: 0,
    onSettled: () => refreshMfa(queryClient),
  });
}

async function isOn(): Promise<boolean> {
  const status = await getStatus().catch(() => undefined);
  return status?.enabledMethods.includes('GOOGLE_AUTH') ?? false;
}
