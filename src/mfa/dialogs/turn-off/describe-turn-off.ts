import type { MfaStatus, MfaType } from '../../../api/contract.ts';
import { isMfaType, mfaTypes } from '../../../api/contract.ts';
import type { MethodView, Obstacle } from '../../describe-methods.ts';

export interface TurnOff {
  isOn: boolean;
  obstacle: Obstacle | undefined;
  /** What would still be on, strongest first, then what this version does not know. */
  remaining: string[];
  /** What the server then asks for first, where it asks for this method now: the strongest left. */
  nextPrimary: MfaType | undefined;
}

/** What turning a method off would mean. */
export function describeTurnOff(type: MfaType, views: MethodView[], status: MfaStatus): TurnOff {
  const view = views.find((each) => each.type === type);
  const others = new Set([
    ...views.filter(({ state }) => state === 'on').map((each) => each.type),
    ...status.enabledMethods,
  ]);
  others.delete(type);
  const known = mfaTypes.filter((each) => others.has(each));
  return {
    isOn: view?.state === 'on',
    obstacle: view?.obstacles['turn-off'],
    remaining: [...known, ...[...others].filter((each) => !isMfaType(each))],
    nextPrimary: view?.isPrimary ? known[0] : undefined,
  };
}
