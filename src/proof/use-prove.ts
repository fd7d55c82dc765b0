import { useMutation, useQueryClient } from '@tanstack/react-query';

import { isOutcomeUnknown } from '../api/errors.ts';
import { clearLinkMark, linkMarkQuery } from '../api/link-mark.ts';
import { mfaQueries } from '../api/mfa.ts';
import { isWrongProof } from './proof-errors.ts';

/**
 * Proves a method by `prove`, which ends in `verifyLogin`. The mutation stays pending until the status
 * has been refetched.
 * @param onProven called before that, because the page may leave as soon as it reads the status
 */
export function useProve<Variables>(
  prove: (variables: Variables) => Promise<void>,
  onProven?: () => void,
) {
  const queryClient = useQueryClient();
  const readStatus = () =>
    queryClient.invalidateQueries(mfaQueries.status(), { cancelRefetch: false });
  return useMutation({
    mutationFn: prove,
    // So that no cache keeps a code.
    gcTime: 0,
    onSuccess: () => {
      onProven?.();
      clearLinkMark();
      return Promise.all([readStatus(), queryClient.invalidateQueries(linkMarkQuery())]);
    },
    // A 401 may be about the session, or about a method that has been turned off since; a request
    // without an answer may have arrived. The refetched status shows which, and the page follows it.
    onError: (error) => (isWrongProof(error) || isOutcomeUnknown(error) ? readStatus() : undefined),
  });
}
