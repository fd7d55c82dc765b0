import { useLingui } from '@lingui/react/macro';

import { isOutcomeUnknown } from '../api/errors.ts';
import { outcomeUnknown } from '../api/explain.ts';
import type { MfaType } from '../api/contract.ts';
import { methodNames } from '../api/methods.ts';
import { useSendLink } from '../api/link-mark.ts';
import type { MethodAction, MethodView } from './describe-methods.ts';
import { useMakePrimary, useTurnOn } from '../api/mfa.ts';

/** The actions of a row that need no dialog: how to start one, which runs, and what failed last. */
export function useMethodActions(type: MfaType, view: MethodView) {
  const { t } = useLingui();
  const name = t(methodNames[type]);
  const turnOn = useTurnOn();
  const makePrimary = useMakePrimary();
  const sendLink = useSendLink();

  const actions = {
    'turn-on': {
      mutation: turnOn,
      isDone: view.state === 'on',
      whatFailed: t`${name} is still off.`,
      start: () => turnOn.mutate(type),
    },
    'make-primary': {
      mutation: makePrimary,
      isDone: view.isPrimary,
      whatFailed: t`${name} is still not your primary method.`,
      start: () => makePrimary.mutate(type),
    },
    'send-link': {
      mutation: sendLink,
      isDone: false,
      // Nothing that can be read says whether it was.
      whatFailed: isOutcomeUnknown(sendLink.error) ? t(outcomeUnknown) : t`No link was sent.`,
      start: () => sendLink.mutate(),
    },
  };
  type Here = keyof typeof actions;
  const all = Object.entries(actions);

  return {
    isHere: (action: MethodAction): action is Here => action in actions,
    start: (action: Here) => {
      for (const [, { mutation }] of all) mutation.reset();
      actions[action].start();
    },
    pending: all.find(([, { mutation }]) => mutation.isPending)?.[0],
    // An answer that got lost may have been a yes: where the list says so, nothing failed.
    failure: all
      .filter(([, { mutation, isDone }]) => mutation.isError && !isDone)
      .map(([, { mutation, whatFailed }]) => ({ error: mutation.error, what: whatFailed }))[0],
  };
}
