import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { config } from '../api/config.ts';
import type { MfaStatus } from '../api/contract.ts';
import type { LinkMark } from '../api/link-mark.ts';
import { mfaQueries } from '../api/mfa.ts';
import { serverNow } from '../api/server-clock.ts';
import { describeMethods } from './describe-methods.ts';

/** Milliseconds. Someone may open an emailed link on another device, so the status is polled. */
const linkPoll = 5000;

/**
 * The methods as the settings page and its dialogs show them; undefined until they are read, as after
 * a deep link.
 * @param mark the link that this browser asked for: polls until it is used or expired
 * @param enabled whether somebody is signed in
 */
export function useMethodViews(mark?: LinkMark | null, enabled = true) {
  const { methods: offered } = config;
  const status = useQuery({
    ...mfaQueries.status(),
    enabled,
    refetchInterval: ({ state }) => awaitsLink(mark, state.data) && linkPoll,
  });
  const methods = useQuery({
    ...mfaQueries.methods(),
    enabled,
    refetchInterval: () => awaitsLink(mark, status.data) && linkPoll,
  });
  const views = useMemo(
    () =>
      methods.data && status.data && describeMethods(methods.data.methods, status.data, offered),
    [methods.data, status.data, offered],
  );
  return {
    views,
    status: status.data,
    methods: methods.data,
    /** When the older of the two answers came: milliseconds since the epoch. */
    asOf: Math.min(status.dataUpdatedAt, methods.dataUpdatedAt),
    error: status.error ?? methods.error,
    readAgain: () => void Promise.all([status.refetch(), methods.refetch()]),
  };
}

function awaitsLink(mark: LinkMark | null | undefined, status: MfaStatus | undefined): boolean {
  return !!mark && mark.expiresAt > serverNow() && !status?.enabledMethods.includes('MAGIC_LINK');
}
