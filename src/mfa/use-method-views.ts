import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { MfaStatus } from '../api/contract.ts';
import { mfaQueries } from '../api/mfa.ts';
import { describeMethods } from './describe-methods.ts';

/**
 * The methods as the settings page and its dialogs show them; undefined until they are read, as after
 * a deep link.
 * @param refetchInterval milliseconds, or false
 */
export function useMethodViews(
  refetchInterval?: (status: MfaStatus | undefined) => number | false,
) {
  const status = useQuery({
    ...mfaQueries.status(),
    refetchInterval: ({ state }) => refetchInterval?.(state.data) ?? false,
  });
  const methods = useQuery({
    ...mfaQueries.methods(),
    refetchInterval: () => refetchInterval?.(status.data) ?? false,
  });
  const views = useMemo(
    () => methods.data && status.data && describeMethods(methods.data.methods, status.data),
    [methods.data, status.data],
  );
  return {
    views,
    status: status.data,
    methods: methods.data,
    /** When the older of the two answers came. */
    asOf: Math.min(status.dataUpdatedAt, methods.dataUpdatedAt),
    error: status.error ?? methods.error,
    readAgain: () => void Promise.all([status.refetch(), methods.refetch()]),
  };
}
