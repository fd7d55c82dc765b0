import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { passkeyCapabilityQuery } from '../../passkey/passkey-capability.ts';
import type { MethodView } from '../describe-methods.ts';
import type { Protection } from '../protection.ts';
import { recommend, type Recommendation } from './recommend.ts';

/**
 * What would protect the account best on this device; null where there is nothing to recommend. Undefined
 * until the methods are read and the browser has told what it can do: the page waits for both, so that
 * nothing moves when the recommendation comes.
 */
export function useRecommendation(
  views: MethodView[] | undefined,
  protection: Protection | undefined,
): Recommendation | null | undefined {
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const isProtected = protection?.kind === 'protected';
  return useMemo(
    () => views && capability && (recommend(views, capability, isProtected) ?? null),
    [views, capability, isProtected],
  );
}
