import type { MfaStatus } from '../../api/contract.ts';
import { isRequired, type MethodView } from '../describe-methods.ts';

export interface RequirementStep {
  step: 'sign-in' | 'set-up' | 'turn-on';
  isDone: boolean;
}

/** What the organization requires, in order; undefined where it requires nothing or all is done. */
export function requirementSteps(
  views: MethodView[],
  status: MfaStatus,
): RequirementStep[] | undefined {
  if (!isRequired(status) || status.enabledMethods.length > 0) return undefined;
  return [
    { step: 'sign-in', isDone: true },
    { step: 'set-up', isDone: views.some(({ state }) => state === 'off') },
    { step: 'turn-on', isDone: false },
  ];
}
