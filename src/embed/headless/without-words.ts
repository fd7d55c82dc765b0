import { signRequest as signByCookie } from '../../api/sign-by-cookie.ts';
import { signRequest as signByToken } from '../../api/sign-request.ts';
import type { ceremonyWords as words } from '../../passkey/ceremony-words.ts';
import { readOptions, theHost } from '../given.ts';

/*
 * In the place of api/sign-request.ts and passkey/ceremony-words.ts: a page with screens of its own has words of
 * its own, and needs no Lingui.
 */

/** Signs as the session that was given does. */
export const signRequest: typeof signByToken = (headers, accessToken, method) => {
  const { locale } = readOptions();
  // Else as `<html lang>` says, or the browser.
  if (locale) headers.set('Accept-Language', locale);
  const sign = 'csrf' in theHost() ? signByCookie : signByToken;
  return sign(headers, accessToken, method);
};

export const ceremonyWords: typeof words = {
  cancelled: { id: '' },
  'not-created': { id: '' },
  'not-used': { id: '' },
  'already-registered': { id: '' },
  unsupported: { id: '' },
  misconfigured: { id: '' },
  failed: { id: '' },
};
