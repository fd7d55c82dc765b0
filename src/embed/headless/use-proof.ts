import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react';

import { errorCodes, type MfaStatus, type MfaType, mfaTypes } from '../../api/contract.ts';
import { useSendLink } from '../../api/link-mark.ts';
import { mfaQueries } from '../../api/mfa.ts';
import { describeCall } from '../../api/observe.ts';
import { askForRecentProof, isProofRecent, recent } from '../../api/recent-proof.ts';
import { serverNow } from '../../api/server-clock.ts';
import { provideProof } from '../../api/step-up.ts';
import { readTokens, subscribeTokens, useIsSignedIn } from '../../api/tokens.ts';
import { verifyLogin } from '../../api/verify-login.ts';
import { cleanCode } from '../../lib/clean-code.ts';
import { ceremonyError } from '../../passkey/ceremony-error.ts';
import { isWholeCode } from '../../proof/proof-errors.ts';
import { useProveByPassword } from '../../proof/step-up/use-prove-by-password.ts';
import { useProveByPasskey } from '../../proof/use-prove-by-passkey.ts';
import { useProve as useProveMethod } from '../../proof/use-prove.ts';
import type { ActionName, Method } from '../options.ts';
import { IncompleteCodeError } from './read-error.ts';
import { type Action, useAction } from './use-action.ts';

/** A way to prove who one is. */
export type Way = 'passkey' | 'code' | 'link' | 'password';

export interface Prove {
  /** Those of the account, the primary one first: a password where no method is on. Undefined until known. */
  ways: readonly Way[] | undefined;
  /** Takes a code of the app, or a backup code. */
  byCode: Action<string>;
  /** Opens the browser's prompt, so call it in the handler of a click. */
  byPasskey: Action<void>;
  byPassword: Action<string>;
  /** Sends a link. It leads to your page, which gives its token to `byLink`. */
  sendLink: Action<void>;
  /** Takes the token of a link that was opened. Call it once: a link works once. */
  byLink: Action<string>;
}

export interface StepUp {
  /** What waits for a proof, so that the page can say what for; undefined while nothing waits. */
  waiting:
    | {
        action: ActionName;
        method: Method | undefined;
        /** `second-step`: the organization requires one. Where no method is on, the person has to set one up. */
        reason: 'proof-is-old' | 'second-step';
      }
    | undefined;
  /** Does not do what waits. Its action ends with the error `declined`. */
  decline: () => void;
}

export interface RecentProof {
  /** Whether a change would go through without a step-up. */
  isRecent: boolean;
  /** Asks for a proof now, unless there is a recent one, as before a dialog opens. */
  ask: Action<void>;
}

const wayOf: Record<MfaType, Way> = { PASSKEY: 'passkey', GOOGLE_AUTH: 'code', MAGIC_LINK: 'link' };
// The platform answers either, whatever the proof.
const wrong = {
  code: { 400: 'wrong-code', 401: 'wrong-code' },
  passkey: { 400: 'passkey-refused', 401: 'passkey-refused' },
  link: { 400: 'wrong-link', 401: 'wrong-link' },
  password: { 400: 'wrong-password', 401: 'wrong-password' },
} as const;

/**
 * Proves who one is: in a step-up (`useStepUp`), as the second step of a sign-in (`needs-second-step`), or to test
 * a method. The backend takes all of these for the same, and a proof is good for ten minutes.
 */
export function useProve(): Prove {
  const isSignedIn = useIsSignedIn();
  const { data: status } = useQuery({ ...mfaQueries.status(), enabled: isSignedIn });
  const code = useProveMethod(async (typed: string) => {
    const cleaned = cleanCode(typed);
    if (!isWholeCode('app', cleaned) && !isWholeCode('backup', cleaned))
      throw new IncompleteCodeError();
    await verifyLogin({ mfaType: 'GOOGLE_AUTH', code: cleaned });
  });
  const link = useProveMethod((token: string) => verifyLogin({ mfaType: 'MAGIC_LINK', token }));
  return {
    ways: status && waysOf(status),
    byCode: useAction(code, wrong.code),
    byPasskey: useAction(useProveByPasskey(), wrong.passkey),
    byPassword: useAction(useProveByPassword(), wrong.password),
    sendLink: useAction(useSendLink()),
    byLink: useAction(link, wrong.link),
  };
}

function waysOf({ isEnabled, enabledMethods, primaryMethod }: MfaStatus): Way[] {
  if (!isEnabled) return ['password'];
  const on = mfaTypes.filter((type) => enabledMethods.includes(type));
  const primary = on.filter((type) => type === primaryMethod);
  return [...primary, ...on.filter((type) => type !== primaryMethod)].map((type) => wayOf[type]);
}

interface Asked {
  waiting: NonNullable<StepUp['waiting']>;
  settle: (isProven: boolean) => void;
}

/**
 * Answers for the page when an action needs a proof: `waiting` says what for, the page shows a form that proves it
 * (`useProve`), and the action then goes on by itself. Use it in one component that is always mounted. Without it,
 * such an action fails with `proof-required`.
 */
export function useStepUp(): StepUp {
  const [asked, setAsked] = useState<Asked>();
  const current = useRef<Asked>(undefined);
  useEffect(() => {
    const stopProviding = provideProof(({ path, body }, refusal) => {
      const { action, method } = describeCall({ method: 'POST', path, body });
      const reason = refusal.code === errorCodes.mfaRequired ? 'second-step' : 'proof-is-old';
      return new Promise<void>((resolve, reject) => {
        const settle = (isProven: boolean) => {
          current.current = undefined;
          setAsked(undefined);
          if (isProven) resolve();
          else reject(ceremonyError('cancelled'));
        };
        current.current = { waiting: { action, method, reason }, settle };
        setAsked(current.current);
      });
    });
    const stopListening = subscribeTokens((change) => {
      // Someone who signs in or out meanwhile didn't ask for the action that waits.
      if (change !== 'renewed') current.current?.settle(change === 'verified');
    });
    return () => {
      stopProviding();
      stopListening();
      current.current?.settle(false);
    };
  }, []);
  return { waiting: asked?.waiting, decline: () => asked?.settle(false) };
}

/** Whether the last proof is so recent that a change asks for none: eight minutes, as a person takes two to decide. */
export function useRecentProof(): RecentProof {
  const provenAt = useSyncExternalStore(
    subscribeTokens,
    () => readTokens()?.provenAt ?? undefined,
    () => undefined,
  );
  const [, readAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (provenAt === undefined || !isProofRecent()) return;
    const timer = setTimeout(readAgain, provenAt + recent - serverNow());
    return () => clearTimeout(timer);
  }, [provenAt]);
  const ask = useMutation<void>({ mutationFn: () => askForRecentProof('', recent) });
  return { isRecent: isProofRecent(), ask: useAction(ask) };
}
