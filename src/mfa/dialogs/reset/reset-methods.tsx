import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { profileQuery } from '../../../api/account.ts';
import { isAdministrator } from '../../../api/contract.ts';
import { Alert } from '../../../ui/notice.tsx';
import { useCloseDialog } from '../../use-dialog-route.ts';
import { useMethodViews } from '../../use-method-views.ts';
import { MessageDialog } from '../message-dialog.tsx';
import { WaitingDialog } from '../waiting-dialog.tsx';
import { describeReset, type Reset } from './describe-reset.ts';
import { ResetDialog } from './reset-dialog.tsx';
import { useResetMethods } from './use-reset-methods.ts';

/** Resets every method of one's own, after a word that nobody types by accident. */
export function ResetMethods() {
  const close = useCloseDialog();
  const { views, status, error, readAgain } = useMethodViews();
  const resetMethods = useResetMethods();
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
  // Keeps showing what the person confirmed until it is done, while the list behind it is refetched.
  const isUnderWay = resetMethods.isPending || resetMethods.isSuccess;
  const reset = (isUnderWay && confirmed) || describeReset(views, status);
  if (reset.lost.length > 0 && !reset.isRequired)
    return (
      <ResetDialog
        reset={reset}
        isStale={error !== null}
        mutation={resetMethods}
        onConfirm={() => {
          setConfirmed(reset);
          resetMethods.mutate(undefined, { onSuccess: close });
        }}
        onClose={close}
      />
    );
  return (
    <MessageDialog
      title={<Trans>Reset everything</Trans>}
      close={<Trans>Done</Trans>}
      onClose={close}
    >
      {reset.lost.length === 0 ? (
        <p>
          <Trans>No method is set up, so there's nothing to reset.</Trans>
        </p>
      ) : (
        <NotAllowed />
      )}
    </MessageDialog>
  );
}

/** Said before the server has to refuse: where a method is required, nobody resets their own. */
function NotAllowed() {
  const { data: profile } = useQuery(profileQuery());
  return (
    <>
      <Alert tone="warn">
        <Trans>
          Your organization requires a second step, so you can't reset all your methods yourself.
        </Trans>
      </Alert>
      <p>
        {profile && isAdministrator(profile) ? (
          <Trans>Another owner or administrator of your organization can do this for you.</Trans>
        ) : (
          <Trans>An administrator of your organization can do this for you.</Trans>
        )}
      </p>
      <p>
        <Trans>
          In your settings, you can still set up a method again, or turn off all but one.
        </Trans>
      </p>
    </>
  );
}
