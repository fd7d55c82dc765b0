import * as v from 'valibot';

import { browserStorage } from '../lib/storage.ts';
import { tokensAnswer } from './contract.ts';
import { describeBrowser } from './describe-browser.ts';
import { request } from './request.ts';
import { serverNow } from './server-clock.ts';
import { sessionEra, writeTokens } from './tokens.ts';

interface Credentials {
  email: string;
  password: string;
}

const deviceKey = 'device-id';

/**
 * Tells the server in which browser this account has signed in before, so that a stranger's wrong
 * passwords don't lock this browser out. 128 random bits, base64url; they say nothing about the
 * device.
 */
function readDeviceId(): string {
  const known = browserStorage.read(deviceKey);
  // The last of 22 characters has four unused bits, so that only these four can stand there.
  if (known && /^[\w-]{21}[AQgw]$/.test(known)) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const id = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);
  browserStorage.write(deviceKey, id);
  return id;
}

/**
 * Signs in here and in every other tab. The session may still need a second step; the status says
 * so.
 * @param change `verified` if the same person enters the password again for a step-up. Then the
 *   access token is sent too, so that the new session replaces the old one.
 */
export async function signIn(
  credentials: Credentials,
  change: 'signed-in' | 'verified' = 'signed-in',
): Promise<void> {
  const era = sessionEra();
  const {
    accessToken = '',
    refreshToken = '',
    ...session
  } = await request({
    method: 'POST',
    path: '/user/login',
    body: { ...credentials, deviceInfo: { ...describeBrowser(), deviceId: readDeviceId() } },
    // Where a cookie signs, it has the new session, and the answer needs no tokens.
    answer:
      import.meta.env.VITE_SESSION_SOURCE === 'cookies' ||
      import.meta.env.VITE_SESSION_SOURCE === 'embed'
        ? v.partial(tokensAnswer)
        : tokensAnswer,
    ...(change === 'verified' ? { isProof: true } : { isOpen: true }),
  });
  // Someone signed out while the answer was on its way. A step-up must not sign them in again.
  if (change === 'verified' && era !== sessionEra()) return;
  writeTokens({ ...session, accessToken, refreshToken, provenAt: serverNow() }, change);
}
