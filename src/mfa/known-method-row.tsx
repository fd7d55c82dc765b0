import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useEffect, useRef } from 'react';

import type { MfaType } from '../api/contract.ts';
import { isOutcomeUnknown } from '../api/errors.ts';
import { explain, outcomeUnknown } from '../api/explain.ts';
import { type LinkMark, useSendLink } from '../api/link-mark.ts';
import { methodNames } from '../api/methods.ts';
import { useMakePrimary, useTurnOn } from '../api/mfa.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { maskEmail } from '../lib/format.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { Failure } from '../ui/failure.tsx';
import type { MethodAction, MethodView } from './describe-methods.ts';
import { MethodActions } from './method-actions.tsx';
import { MethodRow } from './method-row.tsx';
import { dialogPath, useOpenDialog } from './use-dialog-route.ts';

const loadLinkNotice = () =>
  import('./link-notice/link-notice.tsx').then((code) => code.LinkNotice);
const LinkNotice = lazyPage(loadLinkNotice);

/** What each method is good for, in one line. The line of magic links contains the address. */
const methodUses: Record<Exclude<MfaType, 'MAGIC_LINK'>, MessageDescriptor> = {
  PASSKEY: msg`Fingerprint, face or security key. Cannot be phished.`,
  GOOGLE_AUTH: msg`A six-digit code from your phone. Works offline.`,
};

interface Props {
  mfaType: MfaType;
  view: MethodView;
  /** The account's address, once known. */
  email: string | undefined;
  /** The link that this browser asked for, where there is one. */
  mark: LinkMark | undefined;
  /** The state on screen could not be refetched, so nobody knows what a failed action changed. */
  isStale: boolean;
}

/** A method that this version knows, with what can be done about it. */
export function KnownMethodRow({ mfaType, view, email, mark, isStale }: Props) {
  const { t } = useLingui();
  const openDialog = useOpenDialog();
  const { isHere, start, pending, failure } = useActionsOfRow(mfaType, view);
  const explanation = failure && explain(failure.error);
  const isWaiting = useIsCoolingDown(explanation);
  const isLinkPending = mfaType === 'MAGIC_LINK' && view.state === 'not-set-up' && mark;

  const mainAction = isLinkPending ? undefined : view.mainAction;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasStartedHere = useRef(false);
  useEffect(() => {
    const isFocusLost = document.activeElement === document.body;
    if (wasStartedHere.current && isFocusLost) heading.current?.focus();
    wasStartedHere.current = false;
  }, [mainAction]);

  // Loads the notice ahead, so that it is here when the link is sent. If that fails, it is loaded
  // again then.
  useEffect(() => {
    if (view.mainAction === 'send-link') loadLinkNotice().catch(() => undefined);
  }, [view.mainAction]);

  function handleStart(action: MethodAction) {
    wasStartedHere.current = true;
    if (isHere(action)) start(action);
    else openDialog(dialogPath(action, mfaType));
  }

  return (
    <MethodRow
      view={view}
      headingRef={heading}
      use={mfaType === 'MAGIC_LINK' ? <MagicLinkUse email={email} /> : t(methodUses[mfaType])}
      actions={
        <MethodActions
          name={t(methodNames[mfaType])}
          view={{ ...view, mainAction }}
          pending={pending}
          isDisabled={isWaiting}
          onStart={handleStart}
        />
      }
    >
      {isLinkPending && (
        <Suspense>
          <LinkNotice mark={mark} email={email} />
        </Suspense>
      )}
      {failure && explanation && (
        <Failure {...explanation} what={isStale ? t(outcomeUnknown) : failure.what} />
      )}
    </MethodRow>
  );
}

/** The row's actions that need no dialog: how to start one, which one runs, and what failed last. */
function useActionsOfRow(mfaType: MfaType, view: MethodView) {
  const { t } = useLingui();
  const name = t(methodNames[mfaType]);
  const turnOn = useTurnOn();
  const makePrimary = useMakePrimary();
  const sendLink = useSendLink();

  const actions = {
    'turn-on': {
      mutation: turnOn,
      isDone: view.state === 'on',
      whatFailed: t`${name} is still off.`,
      start: () => turnOn.mutate(mfaType),
    },
    'make-primary': {
      mutation: makePrimary,
      isDone: view.isPrimary,
      whatFailed: t`${name} is still not your primary method.`,
      start: () => makePrimary.mutate(mfaType),
    },
    'send-link': {
      mutation: sendLink,
      isDone: false,
      // No status says whether a link was sent.
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
    // The change may have been made though its answer got lost: if the list shows it, nothing failed.
    failure: all
      .filter(([, { mutation, isDone }]) => mutation.isError && !isDone)
      .map(([, { mutation, whatFailed }]) => ({ error: mutation.error, what: whatFailed }))[0],
  };
}

function MagicLinkUse({ email }: { email: string | undefined }) {
  if (!email) return <Trans>A link sent to your email. Only as safe as your mailbox.</Trans>;
  const address = maskEmail(email);
  return <Trans>A link sent to {address}. Only as safe as your mailbox.</Trans>;
}
