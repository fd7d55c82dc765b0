import { Trans, useLingui } from '@lingui/react/macro';

import { Suspense, useEffect, useRef } from 'react';

import type { MfaType } from '../api/contract.ts';
import { explain, outcomeUnknown } from '../api/explain.ts';
import type { LinkMark } from '../api/link-mark.ts';
import { methodNames } from '../api/methods.ts';
import { lazyPage } from '../lib/lazy-page.ts';
import { maskEmail } from '../lib/format.ts';
import { useIsCoolingDown } from '../lib/countdown.ts';
import { Failure } from '../ui/failure.tsx';
import type { MethodAction, MethodView } from './describe-methods.ts';
import { MethodActions } from './method-actions.tsx';
import { MethodRow } from './method-row.tsx';
import { dialogPath, useOpenDialog } from './use-dialog-route.ts';
import { methodUses } from './method-words.ts';
import { useMethodActions } from './use-method-actions.ts';

const loadLinkNotice = () =>
  import('./link-notice/link-notice.tsx').then((code) => code.LinkNotice);
const LinkNotice = lazyPage(loadLinkNotice);

interface Props {
  type: MfaType;
  view: MethodView;
  /** The account's address, once known. */
  email: string | undefined;
  /** Where this browser asked for a link that may still live. */
  mark: LinkMark | undefined;
  /** The state on screen could not be read again: what a failed action left behind is not known. */
  isStale: boolean;
}

/** A method that this version knows, with what can be done about it. */
export function KnownMethodRow({ type, view, email, mark, isStale }: Props) {
  const { t } = useLingui();
  const openDialog = useOpenDialog();
  const { isHere, start, pending, failure } = useMethodActions(type, view);
  const explanation = failure && explain(failure.error);
  const isWaiting = useIsCoolingDown(explanation);
  const isLinkPending = type === 'MAGIC_LINK' && view.state === 'not-set-up' && mark;

  const mainAction = isLinkPending ? undefined : view.mainAction;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasStartedHere = useRef(false);
  useEffect(() => {
    const isFocusLost = document.activeElement === document.body;
    if (wasStartedHere.current && isFocusLost) heading.current?.focus();
    wasStartedHere.current = false;
  }, [mainAction]);

  // While the row is read, so that it is here when the link is on its way. Failing, it is asked for
  // again then.
  useEffect(() => {
    if (view.mainAction === 'send-link') loadLinkNotice().catch(() => undefined);
  }, [view.mainAction]);

  function handleStart(action: MethodAction) {
    wasStartedHere.current = true;
    if (isHere(action)) start(action);
    else openDialog(dialogPath(action, type));
  }

  return (
    <MethodRow
      view={view}
      headingRef={heading}
      use={type === 'MAGIC_LINK' ? <MagicLinkUse email={email} /> : t(methodUses[type])}
      actions={
        <MethodActions
          name={t(methodNames[type])}
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

function MagicLinkUse({ email }: { email: string | undefined }) {
  if (!email) return <Trans>A link sent to your email. Only as safe as your mailbox.</Trans>;
  const address = maskEmail(email);
  return <Trans>A link sent to {address}. Only as safe as your mailbox.</Trans>;
}
