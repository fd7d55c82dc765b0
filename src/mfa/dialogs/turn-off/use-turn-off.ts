import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa } from '../../../api/mfa.ts';
import { disableMethod } from '../../../api/disable-reset.ts';

export function useTurnOff() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: disableMethod,
    // Also after a failure: an answer that got lost may have been a yes.
    onSettled: () => refreshMfa(queryClient),
  });
}
