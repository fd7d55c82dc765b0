import { useMutation, useQueryClient } from '@tanstack/react-query';

import { refreshMfa } from '../api/changes.ts';
import { setPrimaryMethod } from '../api/mfa.ts';

/** Makes one method primary. The server demotes the old one, so the whole list is read again. */
export function useMakePrimary() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: setPrimaryMethod,
    onSettled: () => refreshMfa(queryClient),
  });
}
