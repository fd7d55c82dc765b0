import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa } from '../../../api/changes.ts';
import { resetMethods } from '../../../api/give-up-methods.ts';

/** Takes every method of one's own away. */
export function useReset() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => resetMethods(),
    // Also after a failure: an answer that got lost may have been a yes.
    onSettled: () => refreshMfa(queryClient),
  });
}
