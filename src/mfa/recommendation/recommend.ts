import { isMfaType, type MfaType } from '../../api/contract.ts';
import { isPossible, type PasskeyCapability } from '../../passkey/passkey-capability.ts';
import type { MethodState, MethodView } from '../describe-methods.ts';

export type Recommendation =
  /** To turn on. The others are to set up. */
  | { mfaType: MfaType; reason: 'is-off' }
  | { mfaType: 'PASSKEY'; reason: 'cannot-be-phished' }
  | {
      mfaType: 'GOOGLE_AUTH';
      reason: 'no-passkeys-on-this-device' | 'beside-passkey' | 'works-offline';
    };

/**
 * The strongest method that this device supports and the account lacks. A method that is off only where
 * nothing else protects the account, because its owner turned it off.
 */
export function recommend(
  views: MethodView[],
  capability: PasskeyCapability,
  isProtected: boolean,
): Recommendation | undefined {
  const lacking = recommendSetUp(views, capability);
  if (lacking || isProtected) return lacking;
  const canUse = (type: string) => type !== 'PASSKEY' || isPossible(capability);
  const off = views.find(({ type, state }) => state === 'off' && canUse(type));
  return off && isMfaType(off.type) ? { mfaType: off.type, reason: 'is-off' } : undefined;
}

/** Never magic links, because the others are safer. */
function recommendSetUp(
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
