import { expect, it } from 'vitest';

import type { PasskeyCapability } from '../../passkey/passkey-capability.ts';
import type { MethodState, MethodView } from '../describe-methods.ts';
import { recommend } from './recommend.ts';

const view = (type: string, state: MethodState): MethodView => ({
  type,
  state,
  isPrimary: false,
  mainAction: undefined,
  menuActions: [],
  obstacles: {},
});

it.each<[PasskeyCapability, MethodState, MethodState, string | undefined]>([
  ['here', 'not-set-up', 'not-set-up', 'PASSKEY cannot-be-phished'],
  ['here', 'not-set-up', 'on', 'PASSKEY cannot-be-phished'],
  ['here', 'on', 'not-set-up', 'GOOGLE_AUTH beside-passkey'],
  ['here', 'off', 'not-set-up', 'GOOGLE_AUTH works-offline'],
  ['here', 'unavailable', 'not-set-up', 'GOOGLE_AUTH works-offline'],
  ['here', 'on', 'on', undefined],
  ['here', 'off', 'off', undefined],
  ['here', 'unavailable', 'unavailable', undefined],
  ['elsewhere', 'not-set-up', 'not-set-up', 'GOOGLE_AUTH no-passkeys-on-this-device'],
  ['elsewhere', 'not-set-up', 'on', undefined],
  ['elsewhere', 'on', 'not-set-up', 'GOOGLE_AUTH beside-passkey'],
  ['unsupported', 'not-set-up', 'not-set-up', 'GOOGLE_AUTH no-passkeys-on-this-device'],
  ['insecure', 'not-set-up', 'off', undefined],
])('%s, passkey %s, authenticator app %s: %s', (capability, passkey, app, expected) => {
  const views = [view('PASSKEY', passkey), view('GOOGLE_AUTH', app), view('MAGIC_LINK', 'on')];
  const recommendation = recommend(views, capability, true);
  expect(recommendation && `${recommendation.mfaType} ${recommendation.reason}`).toBe(expected);
});

it('recommends no method that is not listed', () => {
  expect(recommend([view('MAGIC_LINK', 'on')], 'here', true)).toBeUndefined();
});

it.each<[PasskeyCapability, MethodState, MethodState, MethodState, string]>([
  ['here', 'off', 'off', 'off', 'PASSKEY is-off'],
  ['insecure', 'off', 'off', 'off', 'GOOGLE_AUTH is-off'],
  ['elsewhere', 'not-set-up', 'off', 'off', 'GOOGLE_AUTH is-off'],
  ['here', 'unavailable', 'unavailable', 'off', 'MAGIC_LINK is-off'],
  ['here', 'not-set-up', 'off', 'off', 'PASSKEY cannot-be-phished'],
])('with nothing on, %s, passkey %s, app %s, magic link %s: %s', (capability, ...rest) => {
  const [passkey, app, link, expected] = rest;
  const views = [view('PASSKEY', passkey), view('GOOGLE_AUTH', app), view('MAGIC_LINK', link)];
  const recommendation = recommend(views, capability, false);
  expect(recommendation && `${recommendation.mfaType} ${recommendation.reason}`).toBe(expected);
});
