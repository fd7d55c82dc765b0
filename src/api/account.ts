import { loginAnswer, profileAnswer } from './contract.ts';
import { request } from './request.ts';
import { send } from './send.ts';
import { readTokens, writeTokens } from './tokens.ts';

export const getProfile = (signal?: AbortSignal) =>
  request({ method: 'GET', path: '/user/profile', answer: profileAnswer, signal });

interface Credentials {
  email: string;
  password: string;
}

/**
 * Signs in here and in every other tab. The session may still be limited: the status says.
 * @param change `verified` where the same person gives the password once more, as a proof
 */
export async function signIn(
  credentials: Credentials,
  change: 'signed-in' | 'verified' = 'signed-in',
): Promise<void> {
  const tokens = await request({
    method: 'POST',
    path: '/user/login',
    body: credentials,
    answer: loginAnswer,
    isOpen: true,
  });
  writeTokens(tokens, change);
}

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
