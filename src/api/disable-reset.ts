import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';

import type { MfaType } from './contract.ts';
import { change, refreshMfa } from './mfa.ts';
import { request } from './request.ts';

export const disableMethod = (mfaType: MfaType) => change('/mfa/disable', { mfaType });

/** Resets all methods: the caller's own, or those of a member of the caller's organization. */
export const resetMethods = (resetUserId?: string) =>
  request({
    method: 'POST',
    path: '/mfa/reset',
    body: resetUserId === undefined ? undefined : { resetUserId },
    answer: v.unknown(),
  });

/** Turns a method off, and keeps its set-up. */
export function useTurnOff() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: disableMethod,
    // Also after a failure: the change may have been made though its answer got lost.
    onSettled: () => refreshMfa(queryClient),
  });
}
