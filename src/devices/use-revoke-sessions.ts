import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Session } from '../api/contract-devices.ts';
import { deviceQueries, refreshDevices, rereadSessions, revokeSession } from '../api/devices.ts';
import { RefusedError, isAppError } from '../api/errors.ts';

export interface Revoked {
  /** Those that the refetched list no longer has. */
  ended: Session[];
  /** Those that it still has. */
  left: Session[];
  /** Why the first of them could not be ended. */
  error: unknown;
}

/**
 * Ends each of the sessions. One that fails keeps none of the others from ending. Fails as a whole where
 * nothing more can be done: the person took it back, the reader's own session has ended, or the list
 * can't be refetched.
 * @param onRevoked also called where the component has gone with its session
 */
export function useRevokeSessions(onRevoked?: (revoked: Revoked) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (sessions: readonly Session[]): Promise<Revoked> => {
      let error: unknown;
      for (const { id } of sessions) {
        try {
          await revokeSession(id);
        } catch (cause) {
          if (endsAll(cause)) throw cause;
          if (!isGone(cause)) error ??= cause;
        }
      }
      const { entries } = await rereadSessions(queryClient);
      const left = sessions.filter(({ id }) => entries.some((entry) => entry.id === id));
      return { ended: sessions.filter((session) => !left.includes(session)), left, error };
    },
    ...(onRevoked && { onSuccess: onRevoked }),
    onSettled: (_, error) =>
      // On success, the sessions have just been read.
      refreshDevices(queryClient, error ? undefined : deviceQueries.sessions().queryKey),
  });
}

function endsAll(cause: unknown): boolean {
  if (!isAppError(cause)) return true;
  return cause.kind === 'ceremony' || (cause instanceof RefusedError && cause.status === 401);
}

/** It has ended since the list was read. */
function isGone(cause: unknown): boolean {
  return cause instanceof RefusedError && cause.status === 404;
}
