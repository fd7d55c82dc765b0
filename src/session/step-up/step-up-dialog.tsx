import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';

import { ceremonyError, type CeremonyError } from '../../passkey/ceremony-error.ts';
import { errorCodes } from '../../api/contract.ts';
import { explain } from '../../api/explain.ts';
import type { RefusedError } from '../../api/errors.ts';
import { mfaQueries } from '../../api/mfa.ts';
import { subscribeTokens } from '../../api/tokens.ts';
import { MethodChoice } from '../../proof/method-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Waiting } from '../../ui/reading.tsx';
import { messages } from './locales/en.po';
import { ProveByPassword } from './prove-by-password.tsx';

i18n.load('en', messages);

interface Props {
  /** The server's answer to the action that waits. */
  refusal: RefusedError;
  /** The path that the action is posted to. */
  path: string;
  onProven: () => void;
  onCancelled: (error: CeremonyError) => void;
}

/** Step-up: asks for a method that is on, or for the password if none is. The action then continues. */
export function StepUpDialog({ refusal, path, onProven, onCancelled }: Props) {
  const cancel = () => onCancelled(ceremonyError('cancelled'));
  const { data: status, error, refetch } = useQuery(mfaQueries.status());
  const end = useEffectEvent((isProven: boolean) => (isProven ? onProven() : cancel()));
  useEffect(
    () =>
      subscribeTokens((change) => {
        // Someone who signs in or out meanwhile didn't ask for the action that waits.
        if (change !== 'renewed') end(change === 'verified');
      }),
    [],
  );

  function question() {
    if (!status) {
      if (error) return <Failure {...explain(error)} onRetry={() => void refetch()} />;
      return <Waiting height="9rem" />;
    }
    if (status.isEnabled) return <MethodChoice status={status} />;
    if (refusal.code === errorCodes.mfaRequired) {
      return (
        <p>
          <Trans>
            Your organization requires a second step, and no method is on yet. Set one up first.
          </Trans>
        </p>
      );
    }
    return <ProveByPassword />;
  }

  return (
    <Dialog
      title={<Trans>Confirm it's you</Trans>}
      onClose={cancel}
      footer={
        <Button onClick={cancel}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <p>
        <WaitingAction path={path} />
      </p>
      {question()}
    </Dialog>
  );
}

/** Says which action waits for the proof. */
function WaitingAction({ path }: { path: string }) {
  switch (path) {
    case '/mfa/setup':
    case '/mfa/verify-setup':
    case '/mfa/passkey/complete-registration':
      return <Trans>Confirm it's you to set up a method.</Trans>;
    case '/mfa/enable':
      return <Trans>Confirm it's you to turn on a method.</Trans>;
    case '/mfa/magic-link/send':
      return <Trans>Confirm it's you to get the link.</Trans>;
    case '/mfa/disable':
      return <Trans>Confirm it's you to turn off a method.</Trans>;
    case '/mfa/primary':
      return <Trans>Confirm it's you to change your primary method.</Trans>;
    case '/mfa/reset':
      return <Trans>Confirm it's you to reset methods.</Trans>;
    case '/mfa/organization/enforce':
      return <Trans>Confirm it's you to change what your organization requires.</Trans>;
    default:
      return <Trans>This protects your account. Then we'll finish what you asked for.</Trans>;
  }
}
