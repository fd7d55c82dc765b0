import { i18n } from '@lingui/core';
import { expect, it, vi } from 'vitest';

import { give } from './given.ts';
import type { CookieSession, TokenSession } from './options.ts';
import { signRequest } from './sign-request.ts';

// As the library has it: see e2e/embed/in-place.ts.
vi.mock('../api/the-host.ts', () => import('./given.ts'));

const ways = { signIn: () => undefined, signOut: () => undefined };
const byToken: TokenSession = {
  ...ways,
  accessToken: 'token',
  renew: async () => undefined,
  keep: () => undefined,
};
const byCookie: CookieSession = {
  ...ways,
  isSignedIn: true,
  csrf: { header: 'X-CSRF-Token', token: () => 'secret' },
};

function sign(session: TokenSession | CookieSession, method: string, backendUrl?: string) {
  give({ session, backendUrl }, document.createElement('div').attachShadow({ mode: 'open' }));
  i18n.loadAndActivate({ locale: 'de', messages: {} });
  const headers = new Headers();
  const credentials = signRequest(headers, 'token', method);
  return { credentials, ...Object.fromEntries(headers) };
}

it('A token signs without cookies', () => {
  expect(sign(byToken, 'POST')).toEqual({
    credentials: 'omit',
    authorization: 'Bearer token',
    'accept-language': 'de',
  });
});

it('A cookie signs, and a change carries the header that only the page knows', () => {
  expect(sign(byCookie, 'POST')).toEqual({
    credentials: 'same-origin',
    'x-csrf-token': 'secret',
    'accept-language': 'de',
  });
  expect(sign(byCookie, 'GET')).toEqual({
    credentials: 'same-origin',
    'accept-language': 'de',
  });
});
