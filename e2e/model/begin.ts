import * as fc from 'fast-check';
import * as v from 'valibot';
import { totpSetupAnswer } from '../../src/api/contract-set-up.ts';
import { signInByApi } from '../support/test-user.ts';
import { reachSettings } from './prove.ts';
import { methodTypes } from './world.ts';
import type { World } from './world.ts';

/**
 * What people have set up before. Starting from nothing, states with two methods are seldom
 * reached.
 */
export const anyBeginning = fc.record({
  hasLink: fc.boolean(),
  app: fc.constantFrom('Not set up', 'Off', 'On'),
});
type Beginning = typeof anyBeginning extends fc.Arbitrary<infer Value> ? Value : never;

export async function begin(world: World, { hasLink, app }: Beginning): Promise<void> {
  const post = await signInByApi(world.app, world.user);
  if (hasLink) {
    await post('/mfa/magic-link/send', {});
    const link = new URL(await world.mailbox.linkFor(world.user.email));
    await post('/mfa/magic-link/activate', { token: link.searchParams.get('token') });
  }
  if (app !== 'Not set up') {
    const mfaType = methodTypes['Authenticator app'];
    const answer = await post('/mfa/setup', { mfaType });
    const { secret } = v.parse(v.object({ data: totpSetupAnswer }), answer).data;
    world.secret = secret;
    await post('/mfa/verify-setup', { mfaType, code: await world.nextCode() });
    if (app === 'Off') await post('/mfa/disable', { mfaType });
  }
  await world.openTab('/');
  await reachSettings(world);
}
