import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import type { MfaType } from '../../../api/contract.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { mfaQueries } from '../../../api/mfa.ts';
import { ProofButtonPlace } from '../../../proof/proof-button.tsx';
import { ProveMethod } from '../../../proof/prove-method.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { CheckIcon } from '../../../ui/later-icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useSetJustSetUp } from '../../just-set-up.ts';
import { useCloseDialog } from '../../use-dialog-route.ts';

/** "Test it now": a rehearsal of the second step. The server takes it as a real one. */
export function RehearseMethod({ mfaType }: { mfaType: MfaType }) {
  const { t } = useLingui();
  const close = useCloseDialog();
  const { data: status, error, refetch } = useQuery(mfaQueries.status());
  const [isProven, setIsProven] = useState(false);
  const setJustSetUp = useSetJustSetUp();
  const name = t(methodNames[mfaType]);
  const closeButton = useRef<HTMLButtonElement>(null);
  const [buttonPlace, setButtonPlace] = useState<HTMLElement | null>(null);
  // The form or the link that had the focus is gone then.
  useEffect(() => {
    if (isProven) closeButton.current?.focus();
  }, [isProven]);

  function handleProven() {
    setIsProven(true);
    // The settings offered this test after the set-up.
    setJustSetUp(null);
  }

  function content() {
    if (isProven) {
      return (
        <Notice role="status" tone="good" icon={<CheckIcon />}>
          <Passed mfaType={mfaType} />
        </Notice>
      );
    }
    if (!status) {
      if (error) return <Failure {...explain(error)} onRetry={() => void refetch()} />;
      return <Skeleton height="9rem" />;
    }
    if (!status.enabledMethods.includes(mfaType)) {
      return (
        <p>
          <Trans>{name} isn't on, so there's nothing to test. Turn it on first.</Trans>
        </p>
      );
    }
    return (
      <>
        <p>
          <WhatToExpect mfaType={mfaType} />
        </p>
        {/* Once its button has a place, because a button may be what takes the focus. */}
        {buttonPlace && (
          <ProofButtonPlace value={buttonPlace}>
            <ProveMethod mfaType={mfaType} onProven={handleProven} />
          </ProofButtonPlace>
        )}
      </>
    );
  }

  return (
    <Dialog
      title={<Trans>Test {name}</Trans>}
      onClose={close}
      footer={
        <>
          <Button ref={closeButton} variant={isProven ? 'primary' : 'secondary'} onClick={close}>
            {isProven ? <Trans>Done</Trans> : <Trans>Cancel</Trans>}
          </Button>
          <span ref={setButtonPlace} className="proof-button-place" />
        </>
      }
    >
      {content()}
    </Dialog>
  );
}

/** What a test is like, and what it uses up. */
function WhatToExpect({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'GOOGLE_AUTH':
      return (
        <Trans>
          Enter the code your app shows now. If you just used one, wait for the next. Wrong codes
          count toward the sign-in limit.
        </Trans>
      );
    case 'PASSKEY':
      return <Trans>Use your passkey the way you do at sign-in. Testing it changes nothing.</Trans>;
    case 'MAGIC_LINK':
      return (
        <Trans>We'll send a link like the one you get at sign-in. Each link works once.</Trans>
      );
  }
}

function Passed({ mfaType }: { mfaType: MfaType }) {
  switch (mfaType) {
    case 'PASSKEY':
      return <Trans>Your passkey works. After your password, it signs you in.</Trans>;
    case 'GOOGLE_AUTH':
      return (
        <Trans>Your authenticator app works. After your password, its code signs you in.</Trans>
      );
    case 'MAGIC_LINK':
      return <Trans>Magic link works. After your password, a link signs you in.</Trans>;
  }
}
