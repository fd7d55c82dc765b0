import { i18n } from '@lingui/core';

import { signRequest as signByCookie } from '../api/sign-by-cookie.ts';
import { signRequest as signByToken } from '../api/sign-request.ts';
import { theHost } from './given.ts';

/**
 * In the place of api/sign-request.ts: signs as the session that was given does, and asks for answers in the
 * language of the settings, which the page around may not have.
 */
export const signRequest: typeof signByToken = (headers, accessToken, method) => {
  headers.set('Accept-Language', i18n.locale);
  const sign = 'csrf' in theHost() ? signByCookie : signByToken;
  return sign(headers, accessToken, method);
};
