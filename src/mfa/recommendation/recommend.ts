import type { MfaType } from '../../api/contract.ts';
import type { PasskeyCapability } from '../../passkey/passkey-capability.ts';
import type { MethodState, MethodView } from '../describe-methods.ts';

export type Recommendation =
  | { mfaType: 'PASSKEY'; reason: 'cannot-be-phished' }
  | {
      mfaType: 'GOOGLE_AUTH';
      reason: 'no-passkeys-on-this-device' | 'beside-passkey' | 'works-offline';
    };

/**
 * The strongest method that this device supports and the account lacks. Never a method that is off, because
 * its owner turned it off, and never magic links, because the others are safer.
 */
export function recommend(
  views: MethodView[],
  capability: PasskeyCapability,
): Recommendation | undefined {
  const stateOf = (mfaType: MfaType): MethodState | undefined =>
    views.find((view) => view.type === mfaType)?.state;
  const lacksPasskey = stateOf('PASSKEY') === 'not-set-up';
  if (lacksPasskey && capability === 'here')
    return { mfaType: 'PASSKEY', reason: 'cannot-be-phished' };
  if (stateOf('GOOGLE_AUTH') !== 'not-set-up') return undefined;
  if (lacksPasskey) return { mfaType: 'GOOGLE_AUTH', reason: 'no-passkeys-on-this-device' };
  const hasPasskey = stateOf('PASSKEY') === 'on';
  return { mfaType: 'GOOGLE_AUTH', reason: hasPasskey ? 'beside-passkey' : 'works-offline' };
}
