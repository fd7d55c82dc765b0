import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { MfaStatus } from '../../api/contract.ts';
import { passkeyCapabilityQuery } from '../../passkey/passkey-capability.ts';
import type { MethodView } from '../describe-methods.ts';
import { recommend, type Recommendation } from './recommend.ts';
import { type RequirementStep, requirementSteps } from './requirement-steps.ts';

export interface Advice {
  recommendation: Recommendation | undefined;
  /** What the organization requires; undefined where it requires nothing or all is done. */
  steps: RequirementStep[] | undefined;
}

/**
 * What the account needs next. Undefined until the methods are read and the browser has told what it
 * can do: the page waits for both, so that nothing moves when the advice comes.
 */
export function useAdvice(
  views: MethodView[] | undefined,
  status: MfaStatus | undefined,
): Advice | undefined {
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  return useMemo(
    () =>
      views &&
      status &&
      capability && {
        recommendation: recommend(views, capability),
        steps: requirementSteps(views, status),
      },
    [views, status, capability],
  );
}
