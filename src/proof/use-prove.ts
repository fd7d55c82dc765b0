import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isOutcomeUnknown } from '../api/errors.ts';
import { clearLinkMark, linkMarkQuery } from '../api/link-mark.ts';
import { mfaQueries } from '../api/mfa.ts';
import { isWrongProof } from './is-wrong-proof.ts';

/** Proves a method by `prove`, which ends in `verifyLogin`; pending until the status says so too. */
export function useProve<Variables>(prove: (variables: Variables) => Promise<void>) {
  const queryClient = useQueryClient();
  const readStatus = () =>
    queryClient.invalidateQueries(mfaQueries.status(), { cancelRefetch: false });
  return useMutation({
    mutationFn: prove,
    // A code stays in no cache.
    gcTime: 0,
    onSuccess: () => {
      clearLinkMark();
      return Promise.all([readStatus(), queryClient.invalidateQueries(linkMarkQuery())]);
    },
    // What was refused may not be the proof but the session, or a method that has been turned off
    // since; what got no answer may have arrived. The status tells, and what follows from it happens
    // where the status is shown.
    onError: (error) => (isWrongProof(error) || isOutcomeUnknown(error) ? readStatus() : undefined),
  });
}
