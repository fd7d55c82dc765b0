import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { mfaQueries } from '../../api/mfa.ts';
import { describeMethods } from '../describe-methods.ts';

/** What the settings page under the dialog knows; undefined until it does, as behind a deep link. */
export function useMethodViews() {
  const status = useQuery(mfaQueries.status());
  const methods = useQuery(mfaQueries.methods());
  const views = useMemo(
    () => methods.data && status.data && describeMethods(methods.data.methods, status.data),
    [methods.data, status.data],
  );
  return {
    views,
    status: status.data,
    error: status.error ?? methods.error,
    readAgain: () => void Promise.all([status.refetch(), methods.refetch()]),
  };
}
