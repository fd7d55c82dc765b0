import type { MfaStatus, MfaType } from '../../../api/contract.ts';
import { isMfaType, mfaTypes } from '../../../api/contract.ts';
import type { MethodView, Obstacle } from '../../describe-methods.ts';

export interface TurnOff {
  isOn: boolean;
  obstacle: Obstacle | undefined;
  /** The methods that stay on: strongest first, then those this version does not know. */
  remaining: string[];
  /** If this method is primary: the strongest one left, which the server makes primary then. */
  nextPrimary: MfaType | undefined;
}

/** What turning a method off would do. */
export function describeTurnOff(mfaType: MfaType, views: MethodView[], status: MfaStatus): TurnOff {
  const view = views.find((each) => each.type === mfaType);
  const others = new Set([
    ...views.filter(({ state }) => state === 'on').map((each) => each.type),
    ...status.enabledMethods,
  ]);
  others.delete(mfaType);
  const known = mfaTypes.filter((each) => others.has(each));
  return {
    isOn: view?.state === 'on',
    obstacle: view?.obstacles['turn-off'],
    remaining: [...known, ...[...others].filter((each) => !isMfaType(each))],
    nextPrimary: view?.isPrimary ? known[0] : undefined,
  };
}
