import { queryOptions, useMutation } from '@tanstack/react-query';

import { profileAnswer } from './contract.ts';
import { request } from './request.ts';
import { send } from './send.ts';
import { readTokens, writeTokens } from './tokens.ts';

export const getProfile = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/user/profile', answer: profileAnswer, signal });

export const profileQuery = () =>
  queryOptions({
    queryKey: ['profile'],
    queryFn: ({ signal }) => getProfile(signal),
    staleTime: 5 * 60_000,
  });

/**
 * Ends the session in every tab at once and tells the server. Someone who signs out offline must be
 * signed out too, so the tokens are deleted first and the server hears once the connection is back.
 */
export async function signOut(): Promise<void> {
  const tokens = readTokens();
  if (!tokens) return;
  const tell = () =>
    send(
      { method: 'POST', path: '/user/logout', body: { refresh_token: tokens.refreshToken } },
      tokens.accessToken,
      // Kept in memory only, so the request is lost when the tab closes.
    ).catch(() => window.addEventListener('online', () => void tell(), { once: true }));
  const told = tell();
  writeTokens(undefined, 'signed-out');
  await told;
}

/** Signs out here and in every other tab, whether or not the server can be reached. */
export function useSignOut() {
  return useMutation({ mutationFn: signOut });
}
