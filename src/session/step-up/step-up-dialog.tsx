import './words.ts';

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
import { Waiting } from '../../ui/waiting.tsx';
import { ProveByPassword } from './prove-by-password.tsx';
import { WaitingAction } from './waiting-action.tsx';

interface Props {
  /** What the server said to the action that waits. */
  refusal: RefusedError;
  /** Where that action is posted. */
  path: string;
  onProven: () => void;
  onCancelled: (error: CeremonyError) => void;
}

/** Asks for a method that is on, or for the password where none is; then the action goes on by itself. */
export function StepUpDialog({ refusal, path, onProven, onCancelled }: Props) {
  const cancel = () => onCancelled(ceremonyError('cancelled'));
  const { data: status, error, refetch } = useQuery(mfaQueries.status());
  const end = useEffectEvent((isProven: boolean) => (isProven ? onProven() : cancel()));
  useEffect(
    () =>
      subscribeTokens((change) => {
        // Whoever signs in or out meanwhile, what waits was not asked for by them.
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
      title={<Trans>Confirm that it is you</Trans>}
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
