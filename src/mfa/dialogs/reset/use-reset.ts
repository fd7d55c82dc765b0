import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa } from '../../../api/mfa.ts';
import { resetMethods } from '../../../api/disable-reset.ts';

/** Takes every method of one's own away. */
export function useReset() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => resetMethods(),
    // Also after a failure: an answer that got lost may have been a yes.
    onSettled: () => refreshMfa(queryClient),
  });
}
