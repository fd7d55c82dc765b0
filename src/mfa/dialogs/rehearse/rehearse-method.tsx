import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import type { MfaType } from '../../../api/contract.ts';
import { explain } from '../../../api/explain.ts';
import { methodNames } from '../../../api/methods.ts';
import { mfaQueries } from '../../../api/mfa.ts';
import { ProveMethod } from '../../../proof/prove-method.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { CheckIcon } from '../../../ui/later-icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';

/** "Test it now": a rehearsal of the second step. The server takes it as a real one. */
export function RehearseMethod({ mfaType }: { mfaType: MfaType }) {
  const { t } = useLingui();
  const close = useCloseDialog();
  const { data: status, error, refetch } = useQuery(mfaQueries.status());
  const [isProven, setIsProven] = useState(false);
  const name = t(methodNames[mfaType]);
  const closeButton = useRef<HTMLButtonElement>(null);
  // The form or the link that had the focus is gone then.
  useEffect(() => {
    if (isProven) closeButton.current?.focus();
  }, [isProven]);

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
          <Trans>{name} is not on, so there is nothing to test. Turn it on first.</Trans>
        </p>
      );
    }
    return (
      <>
        <p>
          <WhatToExpect mfaType={mfaType} />
        </p>
        <ProveMethod mfaType={mfaType} onProven={() => setIsProven(true)} />
      </>
    );
  }

  return (
    <Dialog
      title={<Trans>Test {name}</Trans>}
      onClose={close}
      footer={
        <Button ref={closeButton} variant={isProven ? 'primary' : 'secondary'} onClick={close}>
          {isProven ? <Trans>Done</Trans> : <Trans>Cancel</Trans>}
        </Button>
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
          Sign-in asks for a code just like this. Each code works once: if you have used one just
          now, to set the app up or to sign in, wait for the next. A backup code is used up, too.
          Wrong codes count as they do at sign-in: too many, and both pause for a while.
        </Trans>
      );
    case 'PASSKEY':
      return <Trans>Sign-in asks for your passkey just like this. Testing uses nothing up.</Trans>;
    case 'MAGIC_LINK':
      return (
        <Trans>
          Sign-in sends a link just like this. The link you open is used up; sign-in sends a new
          one.
        </Trans>
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
      return <Trans>Magic links work. After your password, a link signs you in.</Trans>;
  }
}
