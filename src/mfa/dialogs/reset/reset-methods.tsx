import { Trans } from '@lingui/react/macro';
import { useState } from 'react';

import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../use-method-views.ts';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { describeReset, type Reset } from './describe-reset.ts';
import { NothingToReset } from './nothing-to-reset.tsx';
import { ResetNotAllowed } from './reset-not-allowed.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { useReset } from './use-reset.ts';

/** Takes every method away, after a word that nobody types by accident. */
export function ResetMethods() {
  const close = useCloseDialog();
  const { views, status, error, readAgain } = useMethodViews();
  const mutation = useReset();
  const [confirmed, setConfirmed] = useState<Reset>();
  if (!views || !status)
    return (
      <WaitingDialog
        title={<Trans>Reset everything</Trans>}
        error={error}
        onRetry={readAgain}
        onClose={close}
      />
    );
  // What was agreed to stays on screen until it is done, though the list under it is read again.
  const isUnderWay = mutation.isPending || mutation.isSuccess;
  const reset = (isUnderWay && confirmed) || describeReset(views, status);
  if (reset.lost.length === 0) return <NothingToReset onClose={close} />;
  if (reset.isRequired) return <ResetNotAllowed onClose={close} />;
  return (
    <ResetDialog
      reset={reset}
      isStale={error !== null}
      mutation={mutation}
      onConfirm={() => {
        setConfirmed(reset);
        mutation.mutate(undefined, { onSuccess: close });
      }}
      onClose={close}
    />
  );
}
