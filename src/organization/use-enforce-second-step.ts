import { useMutation, useQueryClient } from '@tanstack/react-query';

import { enforceSecondStep } from '../api/organization.ts';
import { rereadOrganization } from './members-query.ts';

/** Requires a second step of everyone in the organisation, or stops requiring it. */
export function useEnforceSecondStep() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: enforceSecondStep,
    onSettled: () => rereadOrganization(queryClient),
  });
}
