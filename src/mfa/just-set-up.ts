import { queryOptions, skipToken, useQueryClient } from '@tanstack/react-query';

import type { MfaType } from '../api/contract.ts';

/** A method that was set up a moment ago, in this tab. */
export interface JustSetUp {
  mfaType: MfaType;
  /** Where a new passkey is kept: see `labelPasskey`. */
  label?: string;
}

/**
 * The news that a set-up succeeded, which the method's row shows until the person dismisses it or leaves
 * the page. A query, so that the row renders again when it changes.
 */
export const justSetUpQuery = () =>
  queryOptions<JustSetUp | null>({
    queryKey: ['just-set-up'],
    queryFn: skipToken,
    initialData: null,
    // Always the same, or each row would render again where the query was made anew.
    initialDataUpdatedAt: 0,
    gcTime: 0,
  });

/** The ceremony that makes a passkey. The row is busy while it runs, as there may be no dialog. */
export const registerPasskeyKey = ['register-passkey'];

export function useSetJustSetUp(): (news: JustSetUp | null) => void {
  const queryClient = useQueryClient();
  return (news) => void queryClient.setQueryData(justSetUpQuery().queryKey, news);
}
