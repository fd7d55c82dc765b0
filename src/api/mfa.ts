import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import * as v from 'valibot';

import { openChannel } from '../lib/open-channel.ts';
import { browserStorage } from '../lib/storage.ts';
import { type MfaType, methodsAnswer, type methodBody, statusAnswer } from './contract.ts';
import { request } from './request.ts';

export const getStatus = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/mfa/status', answer: statusAnswer, signal });

export const getMethods = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/mfa/methods', answer: methodsAnswer, signal });

export const enableMethod = (mfaType: MfaType) => change('/mfa/enable', { mfaType });

export const setPrimaryMethod = (mfaType: MfaType) => change('/mfa/primary', { mfaType });

/** Sends a link to the account's own address. */
export const sendMagicLink = () =>
  request({ method: 'POST', path: '/mfa/magic-link/send', answer: v.unknown() });

export function change(path: string, body: v.InferInput<typeof methodBody>) {
  return request({ method: 'POST', path, body, answer: v.unknown() });
}

/** The queries about the second step. One change of a method can affect both. */
export const mfaQueries = {
  all: () => ['mfa'] as const,
  status: () =>
    queryOptions({
      queryKey: [...mfaQueries.all(), 'status'],
      queryFn: ({ signal }) => getStatus(signal),
    }),
  methods: () =>
    queryOptions({
      queryKey: [...mfaQueries.all(), 'methods'],
      queryFn: ({ signal }) => getMethods(signal),
    }),
};

/** Tells the other tabs of this browser that a method changed, and nothing else. */
const channel = openChannel('mfa-changes');
/**
 * In localStorage: when a method was last changed in this browser. Tells a tab that was loading, and had asked
 * already, but did not listen yet.
 */
const changedKey = 'mfa-changed';

/**
 * Refetches everything about the second step, in this tab and the others. Await it before you
 * report success: the page claims nothing that a refetch has not confirmed.
 */
export async function refreshMfa(queryClient: QueryClient): Promise<void> {
  channel.postMessage('changed');
  browserStorage.write(changedKey, String(Date.now()));
  await queryClient.invalidateQueries({ queryKey: mfaQueries.all() });
}

/** Refetches when another tab changes a method. Returns a function that stops this. */
export function followChanges(queryClient: QueryClient): () => void {
  const read = () => void queryClient.invalidateQueries({ queryKey: mfaQueries.all() });
  channel.addEventListener('message', read);
  if (Number(browserStorage.read(changedKey)) > performance.timeOrigin) read();
  return () => channel.removeEventListener('message', read);
}

/** Turns a configured method on again. */
export const useTurnOn = () => useChange(enableMethod);

/** Makes one method primary. The server demotes the old one. */
export const useMakePrimary = () => useChange(setPrimaryMethod);

function useChange(mutationFn: (mfaType: MfaType) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    // Returned, so the button stays busy until the refetched list is on screen. It also refetches
    // after a failure, because the change may have happened although its answer got lost.
    onSettled: () => refreshMfa(queryClient),
  });
}
