import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type UseMutationResult, useQuery, useIsMutating } from '@tanstack/react-query';
import { Suspense, useEffect, useRef } from 'react';

import type { MfaType } from '../api/contract.ts';
import { explain, outcomeUnknown, stillTrue } from '../api/explain.ts';
import { type LinkMark, useSendLink } from '../api/link-mark.ts';
import { methodNames } from '../api/methods.ts';
import { mfaQueries, useMakePrimary, useTurnOn } from '../api/mfa.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { maskEmail } from '../lib/format.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { useIdlePreload } from '../lib/preload.ts';
import { Failure } from '../ui/failure.tsx';
import { announce } from '../ui/live-region.tsx';
import { isStronger, type MethodAction, type MethodView } from './describe-methods.ts';
import { justSetUpQuery, registerPasskeyKey } from './just-set-up.ts';
import { MethodActions } from './method-actions.tsx';
import { MethodRow } from './method-row.tsx';
import { dialogPath, useOpenDialog } from './use-dialog-route.ts';

const loadLinkNotice = () =>
  import('./link-notice/link-notice.tsx').then((code) => code.LinkNotice);
const LinkNotice = lazyPage(loadLinkNotice);
const JustSetUpNotice = lazyPage(() =>
  import('./just-set-up-notice/just-set-up-notice.tsx').then((code) => code.JustSetUpNotice),
);
const OwnedDetail = lazyPage(() =>
  import('./owned/owned-detail.tsx').then(
    (code) => code.OwnedDetail,
    // The row works without it.
    () => () => null,
  ),
);

/** What each method is good for, in one line. The line of magic links contains the address. */
const methodUses: Record<Exclude<MfaType, 'MAGIC_LINK'>, MessageDescriptor> = {
  PASSKEY: msg`Fingerprint, face, or security key. Can't be phished.`,
  GOOGLE_AUTH: msg`A six-digit code from your phone. Works offline.`,
};

interface Props {
  mfaType: MfaType;
  view: MethodView;
  isRecommended: boolean;
  /** The account's address, once known. */
  email: string | undefined;
  /** The link that this browser asked for, where there is one. */
  mark: LinkMark | undefined;
  /** The state on screen could not be refetched, so nobody knows what a failed action changed. */
  isStale: boolean;
}

/** A method that this version knows, with what can be done about it. */
export function KnownMethodRow({ mfaType, view, isRecommended, email, mark, isStale }: Props) {
  const { t } = useLingui();
  const openDialog = useOpenDialog();
  const actions = useRowActions(mfaType, view);
  const pending = actions.find(({ mutation }) => mutation.isPending)?.action;
  // The change may have been made though its answer got lost: if the list shows it, nothing failed.
  const failed = actions.find(({ mutation, isDone }) => mutation.error && !isDone);
  const explanation = failed && explain(failed.mutation.error);
  const isWaiting = useIsCoolingDown(explanation);
  const isLinkPending = mfaType === 'MAGIC_LINK' && view.state === 'not-set-up' && mark;

  const news = useQuery(justSetUpQuery()).data;
  const isJustSetUp = news?.mfaType === mfaType && view.state === 'on';
  const { data: status } = useQuery(mfaQueries.status());
  const isOffered = isJustSetUp && isStronger(mfaType, status?.primaryMethod);
  const isSetUp = view.state === 'on' || view.state === 'off';
  // A passkey can be made without a dialog.
  const isBeingSetUp =
    useIsMutating({ mutationKey: registerPasskeyKey }) > 0 && mfaType === 'PASSKEY';

  const mainAction = isLinkPending || isOffered ? undefined : view.mainAction;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasStartedHere = useRef(false);
  useEffect(() => {
    const isFocusLost = document.activeElement === document.body;
    if (wasStartedHere.current && isFocusLost) heading.current?.focus();
    wasStartedHere.current = false;
  }, [mainAction]);

  useIdlePreload(loadLinkNotice, view.mainAction === 'send-link');

  function handleStart(action: MethodAction) {
    wasStartedHere.current = true;
    const here = actions.find((each) => each.action === action);
    if (!here) {
      openDialog(dialogPath(action, mfaType));
      return;
    }
    for (const { mutation } of actions) mutation.reset();
    here.start();
  }

  return (
    <MethodRow
      view={view}
      headingRef={heading}
      isBecomingPrimary={pending === 'make-primary' && !view.isPrimary}
      isRecommended={isRecommended}
      use={mfaType === 'MAGIC_LINK' ? <MagicLinkUse email={email} /> : t(methodUses[mfaType])}
      actions={
        <MethodActions
          name={t(methodNames[mfaType])}
          view={{ ...view, mainAction }}
          isRecommended={isRecommended}
          pending={pending ?? (isBeingSetUp ? 'set-up' : undefined)}
          isDisabled={isWaiting}
          onStart={handleStart}
        />
      }
    >
      {isSetUp && mfaType !== 'MAGIC_LINK' && (
        <Suspense fallback={<br />}>
          <OwnedDetail mfaType={mfaType} />
        </Suspense>
      )}
      {isJustSetUp && (
        <Suspense>
          <JustSetUpNotice {...news} />
        </Suspense>
      )}
      {isLinkPending && (
        <Suspense>
          <LinkNotice mark={mark} email={email} />
        </Suspense>
      )}
      {failed && explanation && (
        <Failure {...explanation} what={isStale ? t(outcomeUnknown) : failed.whatFailed} />
      )}
    </MethodRow>
  );
}

interface RowAction {
  action: MethodAction;
  mutation: Pick<UseMutationResult, 'isPending' | 'error' | 'reset'>;
  start: () => void;
  /** Whether the list shows that it was done. */
  isDone: boolean;
  whatFailed: string;
}

/** The actions that need no dialog. */
function useRowActions(mfaType: MfaType, view: MethodView): RowAction[] {
  const { t } = useLingui();
  const name = t(methodNames[mfaType]);
  const turnOn = useTurnOn();
  const makePrimary = useMakePrimary();
  const sendLink = useSendLink();
  return [
    {
      action: 'turn-on',
      mutation: turnOn,
      start: () => turnOn.mutate(mfaType),
      isDone: view.state === 'on',
      whatFailed: t`${name} is still off.`,
    },
    {
      action: 'make-primary',
      mutation: makePrimary,
      start() {
        makePrimary.mutate(mfaType);
        announce(t`Making ${name} primary.`);
      },
      isDone: view.isPrimary,
      whatFailed: t`${name} is still not your primary method.`,
    },
    {
      action: 'send-link',
      mutation: sendLink,
      start: () => sendLink.mutate(),
      // No status says whether a link was sent.
      isDone: false,
      whatFailed: t(stillTrue(sendLink.error, msg`No link was sent.`)),
    },
  ];
}

function MagicLinkUse({ email }: { email: string | undefined }) {
  if (!email) return <Trans>A link sent to your email. Only as secure as your inbox.</Trans>;
  const address = maskEmail(email);
  return (
    <Trans>
      A link sent to <bdi>{address}</bdi>. Only as secure as your inbox.
    </Trans>
  );
}
