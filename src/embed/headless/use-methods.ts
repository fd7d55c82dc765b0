import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';

import { isMfaType, type MfaStatus } from '../../api/contract.ts';
import { useTurnOff as useTurnOffMethod } from '../../api/disable-reset.ts';
import { linkMarkQuery } from '../../api/link-mark.ts';
import {
  mfaQueries,
  useMakePrimary as useMakeMethodPrimary,
  useTurnOn as useTurnOnMethod,
} from '../../api/mfa.ts';
import { lastSessionChange, readTokens, subscribeTokens, useIsSignedIn } from '../../api/tokens.ts';
import { fitToBrowser, type MethodView } from '../../mfa/describe-methods.ts';
import { describeReset } from '../../mfa/dialogs/reset/describe-reset.ts';
import { useResetMethods } from '../../mfa/dialogs/reset/use-reset-methods.ts';
import { describeTurnOff } from '../../mfa/dialogs/turn-off/describe-turn-off.ts';
import { assessProtection } from '../../mfa/protection.ts';
import { useRecommendation } from '../../mfa/recommendation/use-recommendation.ts';
import { useMethodViews } from '../../mfa/use-method-views.ts';
import {
  type PasskeyCapability,
  passkeyCapabilityQuery,
} from '../../passkey/passkey-capability.ts';
import type { Method } from '../options.ts';
import { type MfaError, readError } from './read-error.ts';
import type { AccountMethod, Protection, Recommendation } from './method-shapes.ts';
import { type Action, useAction } from './use-action.ts';

export interface SessionState {
  /**
   * `reading` until it is known. `needs-second-step`: the password was given, and a method has to be proven
   * (`useProve`) before anything else is answered.
   */
  state: 'reading' | 'signed-out' | 'needs-second-step' | 'signed-in';
  /** Why it could not be read. */
  error: MfaError | undefined;
}

export interface Methods {
  /** Strongest first; undefined until read. */
  methods: readonly AccountMethod[] | undefined;
  /** Methods of the account that this version does not know. They can only be shown. */
  unknownMethods: readonly string[];
  protection: Protection | undefined;
  /** Null where there is nothing to recommend; undefined until known. */
  recommendation: Recommendation | null | undefined;
  /** What a reset would remove. To be said before. */
  ifReset: { lost: readonly string[]; hasBackupCodes: boolean; isRequired: boolean } | undefined;
  /** When it was read; undefined before. */
  readAt: number | undefined;
  /** Why it could not be read, or not again. */
  error: MfaError | undefined;
  readAgain: () => void;
}

/** Whether somebody is signed in, and has given their second step. */
export function useSession(): SessionState {
  const known = useSyncExternalStore(subscribeTokens, readKnown, () => 'reading' as const);
  const { data: status, error } = useQuery({
    ...mfaQueries.status(),
    enabled: known === 'signed-in',
  });
  return { state: stateOf(known, status), error: error ? readError(error) : undefined };
}

function readKnown(): SessionState['state'] {
  if (readTokens()) return 'signed-in';
  return lastSessionChange() === undefined ? 'reading' : 'signed-out';
}

function stateOf(known: SessionState['state'], status: MfaStatus | undefined) {
  if (known !== 'signed-in') return known;
  if (!status) return 'reading';
  return status.isEnabled && !status.sessionVerified ? 'needs-second-step' : 'signed-in';
}

/**
 * The account's methods, what each can do next, how well they protect the account, and what would do so best.
 * Read again after every action, also one in another tab, and every five seconds while a link is awaited.
 */
export function useMethods(): Methods {
  const isSignedIn = useIsSignedIn();
  const { data: mark } = useQuery(linkMarkQuery());
  const { data: capability } = useQuery(passkeyCapabilityQuery());
  const { views, status, asOf, error, readAgain } = useMethodViews(mark, isSignedIn);
  const rules = useMemo(
    () => views && status && applyRules(views, status, capability),
    [views, status, capability],
  );
  const recommended = useRecommendation(views, rules?.protection);
  return {
    methods: rules?.methods,
    unknownMethods: rules?.unknownMethods ?? [],
    protection: rules?.protection,
    recommendation: recommended && { method: recommended.mfaType, reason: recommended.reason },
    ifReset: rules?.ifReset,
    readAt: asOf > 0 ? asOf : undefined,
    error: error ? readError(error) : undefined,
    readAgain,
  };
}

function applyRules(
  views: MethodView[],
  status: MfaStatus,
  capability: PasskeyCapability | undefined,
) {
  const methods = views.flatMap((view): AccountMethod[] => {
    const { type } = view;
    if (!isMfaType(type)) return [];
    const { state, isPrimary, mainAction, menuActions, obstacles } = fitToBrowser(view, capability);
    const { remaining, nextPrimary } = describeTurnOff(type, views, status);
    return [
      {
        type,
        state: state === 'unsupported' ? 'unavailable' : state,
        isPrimary,
        actions: mainAction ? [mainAction, ...menuActions] : menuActions,
        obstacles,
        ifTurnedOff: { remaining, nextPrimary },
      },
    ];
  });
  return {
    methods,
    unknownMethods: views.flatMap(({ type }) => (isMfaType(type) ? [] : [type])),
    protection: assessProtection(views, status),
    ifReset: describeReset(views, status),
  };
}

/** Turns a method on again that is set up and off. */
export const useTurnOn = (): Action<Method> => useAction(useTurnOnMethod());

/** Turns a method off, and keeps its set-up. `not-allowed`: the organization requires one. */
export const useTurnOff = (): Action<Method> => useAction(useTurnOffMethod());

/** Makes a method the one that is asked for first. It must be on. */
export const useMakePrimary = (): Action<Method> => useAction(useMakeMethodPrimary());

/**
 * Removes the set-up of every method of the account, and ends its other sessions. `not-allowed`: the
 * organization requires a method.
 */
export const useReset = (): Action<void> => useAction(useResetMethods());
