import { profileAnswer } from './contract.ts';
import { request } from './request.ts';
import { send } from './send.ts';
import { readTokens, writeTokens } from './tokens.ts';

export const getProfile = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/user/profile', answer: profileAnswer, signal });

/**
 * Ends the session in every tab at once, and tells the server. Whether that arrives or not, nothing
 * is left here: someone who signs out offline must be signed out.
 */
export async function signOut(): Promise<void> {
  const tokens = readTokens();
  if (!tokens) return;
  const told = send(
    { method: 'POST', path: '/user/logout', body: { refresh_token: tokens.refreshToken } },
    tokens.accessToken,
  );
  writeTokens(undefined, 'signed-out');
  await told;
}
