import { useMutation, useQueryClient } from '@tanstack/react-query';

import { resetMethods } from '../api/disable-reset.ts';
import { rereadOrganization } from './members-query.ts';

/** Takes every method of one member away. */
export function useResetMember() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) => resetMethods(memberId),
    onSettled: () => rereadOrganization(queryClient),
  });
}
