import { tokensAnswer } from './contract.ts';
import { request } from './request.ts';
import { sessionEra, writeTokens } from './tokens.ts';

interface Credentials {
  email: string;
  password: string;
}

/**
 * Signs in here and in every other tab. The session may still be limited: the status says.
 * @param change `verified` where the same person gives the password once more, as a proof. The access
 *   token goes along then, so that the new session replaces the old one.
 */
export async function signIn(
  credentials: Credentials,
  change: 'signed-in' | 'verified' = 'signed-in',
): Promise<void> {
  const era = sessionEra();
  const tokens = await request({
    method: 'POST',
    path: '/user/login',
    body: credentials,
    answer: tokensAnswer,
    ...(change === 'verified' ? { isProof: true } : { isOpen: true }),
  });
  // A proof for a session that was ended while the answer was on its way is no new session.
  if (change === 'verified' && era !== sessionEra()) return;
  writeTokens(tokens, change);
}
