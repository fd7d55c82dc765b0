import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa } from '../api/changes.ts';
import { enableMethod } from '../api/mfa.ts';

/** Turns a configured method on again. */
export function useTurnOn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: enableMethod,
    // Returned, so the button stays busy until the list on screen is true again. Also after a
    // failure: an answer that got lost may have been a yes.
    onSettled: () => refreshMfa(queryClient),
  });
}
