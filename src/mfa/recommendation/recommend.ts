import type { MfaType } from '../../api/contract.ts';
import type { PasskeyCapability } from '../../passkey/passkey-capability.ts';
import type { MethodState, MethodView } from '../describe-methods.ts';

export type Recommendation =
  | { type: 'PASSKEY'; reason: 'cannot-be-phished' }
  | {
      type: 'GOOGLE_AUTH';
      reason: 'no-passkeys-on-this-device' | 'beside-passkey' | 'works-offline';
    };

/**
 * The strongest method that this device can do and the account lacks. One that is off was turned off by
 * its owner and is not urged on them again, and a mailbox is never the better choice.
 */
export function recommend(
  views: MethodView[],
  capability: PasskeyCapability,
): Recommendation | undefined {
  const stateOf = (type: MfaType): MethodState | undefined =>
    views.find((view) => view.type === type)?.state;
  const lacksPasskey = stateOf('PASSKEY') === 'not-set-up';
  if (lacksPasskey && capability === 'here')
    return { type: 'PASSKEY', reason: 'cannot-be-phished' };
  if (stateOf('GOOGLE_AUTH') !== 'not-set-up') return undefined;
  if (lacksPasskey) return { type: 'GOOGLE_AUTH', reason: 'no-passkeys-on-this-device' };
  const hasPasskey = stateOf('PASSKEY') === 'on';
  return { type: 'GOOGLE_AUTH', reason: hasPasskey ? 'beside-passkey' : 'works-offline' };
}
