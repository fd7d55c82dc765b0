import { queryOptions, skipToken } from '@tanstack/react-query';

/**
 * Until when codes, backup codes included, are refused unseen: milliseconds since the epoch, by this
 * device's clock; Infinity where the service has not said. 0 or nothing: they are not.
 */
export const proofPauseQuery = () =>
  queryOptions<number>({ queryKey: ['proof-pause'], queryFn: skipToken });
